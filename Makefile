# The few commands of this project. Each sets up what it needs; Python 3.10 or newer is all it asks for.
PYTHON ?= python3
Q ?= what are signs of miscarriage
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python

.PHONY: ask chat serve test lint types check build lock clean

ask: $(VENV)/runtime  ## speak the answer to Q
	@$(RUN) -m skill ask "$(Q)"

chat: $(VENV)/runtime  ## hold a conversation, a line a turn
	@$(RUN) -m skill chat

serve: $(VENV)/runtime  ## run the web service on this machine
	@$(RUN) -m skill serve

test: $(VENV)/dev  ## run the tests
	@$(RUN) -m pytest -q

lint: $(VENV)/dev  ## style of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/dev  ## types, strictly
	@$(BIN)/mypy

check: $(VENV)/runtime  ## content and interaction models
	@$(RUN) -m skill check

build: $(VENV)/runtime  ## refresh the interaction models from their sources
	@$(RUN) -m skill build

lock: $(VENV)/dev  ## write the requirement files anew from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate --group dev -c requirements.txt -o requirements-dev.txt pyproject.toml

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "Python 3.10 or newer is needed; name one with make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime: $(VENV)/python requirements.txt
	@echo "Installing (once)..." >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: $(VENV)/runtime requirements-dev.txt
	@echo "Installing the test tools (once)..." >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist
