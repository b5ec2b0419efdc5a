"""The GraphiQL page: web sources, built by :mod:`api.web.build` into ``dist``.

The page (``dist/index.html``) is served where GraphQL answers, ``GET /graphql``; its files
(``dist/assets``) under ``/static/graphiql``, the base path written in ``vite.config.ts``.
"""
