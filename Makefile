# Two commands matter: `make demo` shows the product, `make test` proves it. Both need git, make and
# any Python 3; everything else is set up here, inside the checkout.

SHELL := /bin/bash
UV_VERSION := 0.13.9
UV := $(or $(shell command -v uv),.uv/bin/uv)
RUN := $(UV) run --frozen
STORE := grafeo:///./data/kg.grafeo
SERVE := 1
NEO4J := 5.26

.PHONY: demo test setup web lint types imports check eval bench test-neo4j golden docs fmt clean

demo: setup
	$(RUN) kg ingest ingest/samples --store $(STORE)
	$(RUN) kg ask facing --type cloud_access --store $(STORE)
ifeq ($(SERVE),1)
	$(RUN) kg serve --store $(STORE)
endif

test: setup
	$(RUN) pytest

setup: .venv/.ready web

.venv/.ready: pyproject.toml uv.lock .python-version | $(UV)
	$(UV) sync --frozen
	@touch $@

.uv/bin/uv:
	@python3 -m venv .uv || { echo "make: python3 has no venv module (on Debian: apt-get install python3-venv)"; exit 1; }
	.uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

# GraphiQL, from npm; rebuilt only when its sources change.
web: .venv/.ready
	@$(RUN) python -m api.web.build

check: lint types imports test

lint: .venv/.ready
	$(RUN) ruff check .
	$(RUN) ruff format --check .

types: .venv/.ready
	$(RUN) mypy

imports: .venv/.ready
	$(RUN) lint-imports

fmt: .venv/.ready
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

eval: .venv/.ready
	$(RUN) kg eval tests/gold/open
	$(RUN) kg eval tests/gold/held

bench: setup
	$(RUN) python -m tests.bench

test-neo4j: setup
	NEO4J=$(NEO4J) $(RUN) pytest -m neo4j

golden: setup
	KG_GOLDEN=write $(RUN) pytest tests/golden tests/docs -k "gave_before or answer_shown"

docs: .venv/.ready
	$(RUN) python -m ontology.derive docs > docs/ontology.md

clean:
	rm -rf .venv .uv data api/web/dist api/web/node_modules
