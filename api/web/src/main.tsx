import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./style.css";

import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

import facing from "./facing.graphql?raw";

// The endpoint is the page's own address, so the API may be mounted under any path.
const fetcher = createGraphiQLFetcher({ url: window.location.pathname });

createRoot(document.getElementById("graphiql")!).render(
  <GraphiQL fetcher={fetcher} defaultQuery={facing}>
    <GraphiQL.Logo>AI policy graph</GraphiQL.Logo>
  </GraphiQL>,
);
