# Everything a newcomer needs: `make demo` and `make test`. Both rest on `make setup`; `make help` lists the rest.
VENV   := .venv
BIN    := $(VENV)/bin
# The first Python on PATH that is 3.11, 3.12 or 3.13 and can make virtual environments; PYTHON=/path/to/python overrides it.
FIND   := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
            if $$p -c "$(FIND)" >/dev/null 2>&1; then echo $$p; break; fi; done)
UV     := $(shell command -v uv 2>/dev/null)
LAB    ?= 01_single_weight

.DEFAULT_GOAL := help
.PHONY: help setup demo test quick browser-test screenshots docs lab hub build refresh mutation-table bundle lint format lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/ready  ## make .venv with the pinned dependencies and both packages

# The stamp is written last: an installation that was interrupted is begun again.
$(VENV)/ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && "$(PYTHON)" -c "$(FIND)" 2>/dev/null || { echo "make: expected Python 3.11, 3.12 or 3.13 with its venv module, found: $$("$(or $(PYTHON),python3)" --version 2>&1 | head -n 1). Install one (on Debian also python3-venv), or name it: make $(or $(MAKECMDGOALS),setup) PYTHON=/path/to/python3.12" >&2; exit 2; }
ifdef UV
	@echo "Setting up $(VENV) with uv ..."
	@$(UV) venv --quiet --clear --no-python-downloads --python "$$("$(PYTHON)" -c 'import sys; print(sys.executable)')" $(VENV)
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install --quiet --require-hashes -r requirements.lock
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install --quiet --no-deps --no-build-isolation -e .
else
	@echo "Setting up $(VENV) with pip (a few minutes the first time) ..."
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@

demo: setup  ## release the labs, grade a made-up class of twelve, show the scores
	@$(BIN)/autograder demo

# Where no Chromium can be installed, the tests that need one are skipped, and say so.
test: setup lint  ## all tests: both packages, the labs in a browser, then every notebook by nbval
	@tests/browser/find_chromium.sh >/dev/null || true
	$(BIN)/pytest -n 2 tests --ignore=tests/browser
	$(BIN)/pytest -n 2 --dist loadfile tests/browser
	$(BIN)/pytest -n 2 --dist loadfile --nbval-lax notebooks
	$(BIN)/pytest -n 2 --dist loadfile --nbval --nbval-sanitize-with tests/nbval.cfg solutions

quick: setup  ## the tests of both packages that run no notebook
	@$(BIN)/pytest -n 2 tests --ignore=tests/browser -m "not notebook"

browser-test: setup  ## the labs in JupyterLab, driven by Chromium
	@tests/browser/find_chromium.sh >/dev/null
	@$(BIN)/pytest -n 2 --dist loadfile tests/browser

screenshots: setup  ## pictures of the solved labs, light and dark, in build/screenshots/: of one with LAB=02
	@tests/browser/find_chromium.sh >/dev/null
	@$(BIN)/python -m tests.browser.screenshots $(if $(filter file,$(origin LAB)),,$(LAB))

docs: setup  ## the documentation and the reference of both packages as HTML, in build/docs/
	@rm -rf build/docs
	@$(BIN)/sphinx-build -q -E -W --keep-going -j auto -d build/docs-parsed docs build/docs
	@echo "They begin with build/docs/index.html"

lab: setup  ## open JupyterLab on a lab: make lab LAB=02
	@$(BIN)/autograder lab $(LAB)

hub: setup  ## try a JupyterHub on this machine: an instructor, two students, nbgrader's exchange
	@$(BIN)/autograder hub

build: setup  ## release all labs again, after a change in solutions/
	@$(BIN)/autograder build

refresh: setup  ## execute the solved labs, keep their text outputs, release them
	@$(BIN)/autograder build --run

mutation-table: setup  ## docs/mutation_table.md: every wrong formula through the check and the examination
	@$(BIN)/python -m tests.mutation_table

bundle: setup  ## the zip for students
	@$(BIN)/autograder bundle

lint: setup  ## ruff and mypy
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

format: setup  ## let ruff lay out the code
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

lock: setup  ## pin the newest dependencies that pyproject.toml admits (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements.lock

clean:  ## remove .venv and every cache; class/ stays
	rm -rf $(VENV) build dist docs/reference .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
