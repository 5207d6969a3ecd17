# truce: everything that a person or CI runs. `make` alone lists it.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DEMO := build/demo.db

.PHONY: help bench bench-quick demo test torture gold screens format clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## set up, read the shipped dispatches into a fresh ledger, show tolls and a timeline
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-journal
	$(BIN)/truce --db $(DEMO) ingest data/nagorno-karabakh-2020/
	@echo
	$(BIN)/truce --db $(DEMO) tolls --by-side
	@echo
	$(BIN)/truce --db $(DEMO) timeline --truce oct-10

test: $(VENV)/.developed ## set up and run everything that CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/pytest

torture: $(VENV)/.developed ## every counted test with its full number; prints a table, takes up to half an hour
	-$(PIP) install --editable '.[torture]'
	$(BIN)/python tests/torture/run.py

gold: $(VENV)/.developed ## score the rules on our own passages, list misses by class
	$(BIN)/python tests/gold/report.py --misses

screens: $(VENV)/.developed ## draw the README's screens anew, from what the commands print
	$(BIN)/python tests/screens/make.py

bench: $(VENV)/.benched ## measure against peers in the same run (under ten minutes)
	$(BIN)/python tests/benchmarks/bench.py

bench-quick: $(VENV)/.benched ## the same on small archives, in under a minute
	$(BIN)/python tests/benchmarks/bench.py --quick

format: $(VENV)/.developed ## sort imports and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove the virtual environment, builds and caches
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find truce_cli tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make the virtual environment anew when pyproject.toml changes.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("truce needs Python 3.11 or later: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed
	$(PIP) install --editable '.[dev]'
	@touch $@

$(VENV)/.benched: $(VENV)/.developed
	$(PIP) install --editable '.[bench]'
	@touch $@
