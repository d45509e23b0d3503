# Kefu. `make run` serves the portal, `make test` proves it. Needs Python 3.11 and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Bytecode must be written: without it the portal's imports take three times as long.
export PYTHONDONTWRITEBYTECODE :=
PEERS := var/bench-peers
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup run test check system demo bench fmt golden lock clean

setup: .venv/.run-installed

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info[:2] == (3, 11) else "Kefu needs Python 3.11: set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv

.venv/.run-installed: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP_INSTALL) --require-hashes --only-binary :all: --no-deps -r requirements.lock
	$(PIP_INSTALL) --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
	touch $@

.venv/.dev-installed: requirements-dev.lock .venv/.run-installed
	$(PIP_INSTALL) --require-hashes --only-binary :all: --no-deps -r requirements-dev.lock
	touch $@

run: setup
	$(BIN)/kefu serve

demo: setup
	$(BIN)/kefu demo --out var/demo

check: .venv/.dev-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: check
	$(BIN)/pytest -n 2 --dist loadgroup

bench: .venv/.dev-installed $(PEERS)/.installed
	PYTHONPATH=$(PEERS) $(BIN)/python -m benchmarks

# What we are measured against stays out of our environment.
$(PEERS)/.installed: requirements-bench.lock | .venv/bin/python
	$(PIP_INSTALL) --require-hashes --only-binary :all: --no-deps --upgrade --target $(PEERS) -r requirements-bench.lock
	touch $@

fmt: .venv/.dev-installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: .venv/.dev-installed
	$(BIN)/pytest tests/golden --write-golden

lock: .venv/.dev-installed
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --output-file requirements-dev.lock
	printf 'cloudpickle\njoblib\nloky\nmpmath\npyworkforce\n' | $(BIN)/uv pip compile - --no-deps --python-version 3.11 --generate-hashes --no-header --output-file requirements-bench.lock

system:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	  chromium postgresql libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
