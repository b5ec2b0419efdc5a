import { defineConfig } from "vite";

export default defineConfig({
  // The page itself is served at /graphql; the API serves this folder's files here.
  base: "/static/graphiql/",
  build: {
    outDir: "dist",
    // Monaco is one large file by nature, loaded once and then cached.
    chunkSizeWarningLimit: 4000,
    // The libraries carry "use client" for server rendering, which does not concern a bundle.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
