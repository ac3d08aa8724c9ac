# Two commands on a fresh machine:  make demo   ·   make test
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SPARK := $(VENV)/.spark

.PHONY: help demo test check lint types contracts unit bench lock clean

help:            ## what the targets do
	@grep -hE '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## / — /'

$(READY): requirements.lock pyproject.toml tools/find-python
	@python="$$(bash tools/find-python)" || exit 1; \
	echo "Setting up with $$python (about a minute)"; \
	"$$python" -m venv --clear $(VENV) && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-virtualenv -r requirements.lock && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . && \
	touch $@

$(SPARK): $(READY) requirements-spark.lock  # the second engine, for whoever tests or measures it: three times the size
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-spark.lock && touch $@

demo: $(READY)   ## set up, check the built-in fictional case, leave demo/dossier.html
	@$(BIN)/onrecord demo demo

test: check unit ## set up, lint, check types and import contracts, run every test

check: lint types contracts

lint: $(READY)
	@$(BIN)/ruff check src tests bench
	@$(BIN)/ruff format --check src tests bench

types: $(READY)
	@$(BIN)/mypy

contracts: $(READY)
	@$(BIN)/lint-imports

unit: $(SPARK)
	@$(BIN)/pytest -n 2 --dist loadfile

bench: $(SPARK)  ## run every benchmark, print the report and what changed (BENCH="growth_ingest --sizes 1e5" for a part)
	@$(BIN)/python -m bench $(BENCH)

lock: $(READY)   ## resolve the dependencies anew into requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.12 --no-header --extra dev pyproject.toml requirements-build.in -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.12 --no-header requirements-spark.in -c requirements.lock -o requirements-spark.lock

clean:
	@rm -rf $(VENV) demo
