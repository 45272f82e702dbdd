# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test stores laws check data browser nginx installed served lock rendered benchmark pictures dash clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.installed ## Install what is needed and open the dashboard (ARGS="--positions DIR" for another folder)
	@echo "The dashboard opens at http://localhost:8501 (the next free port if that one is taken)."
	$(BIN)/streamlit run dashboard.py -- $(ARGS)

# The tests start the dashboard and its commands many times over, and each is spared the compiling of what another has compiled.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.installed-tests browser ## Install what is needed, a browser too, and run all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

stores: $(VENV)/.installed-tests ## See that folder and store agree, on many more negotiations and on PostgreSQL too, where it is installed
	STORES=1 $(BIN)/python -m pytest tests/stored $(ARGS)

laws: $(VENV)/.installed-tests ## Try every law on thousands of new examples; takes long (SEED=1 for the same ones again)
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile=thousands --hypothesis-seed=$(or $(SEED),$(shell date +%s)) $(ARGS)

# What browser tests run is another process, whose lines are not counted, so they are left to `make test`.
check: $(VENV)/.installed-tests ## Check the position files, lint and type-check the code, and print the lines and branches that tests leave out
	$(BIN)/python -m parley check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore=tests/browser --cov --cov-report=term $(ARGS)

installed: ## Build the wheel, install it into an empty environment, and see that its command answers
	deploy/install $(VENV)-wheel $(PYTHON)
	cd $(VENV)-wheel && bin/parley --version && bin/parley check lib/python*/site-packages/parley/shipped/positions

served: $(VENV)/.installed-tests browser nginx ## Try two servers behind nginx, with TLS and a login, in a real browser
	$(BIN)/python -m pytest -n0 deploy/served $(ARGS)

rendered: $(VENV)/.installed-tests ## Open each kind of file in LibreOffice, and draw its pages into the folder rendered
	RENDERED=1 $(BIN)/python -m pytest -n0 tests/exports/test_rendered.py $(ARGS)

# What is pinned already stays as it is while pyproject.toml allows it; `UPGRADE=--upgrade` takes what is new.
LOCK := $(VENV)-lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock"
LOGIN := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["sso"], sep="\n")
lock: ## Pin all that pyproject.toml asks for in requirements.txt, and for a login in deploy/, with the hash of every file
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip install --quiet uv==0.13.9
	$(LOCK) $(UPGRADE) --output-file requirements.txt pyproject.toml
	$(PYTHON) -c '$(LOGIN)' | $(LOCK) $(UPGRADE) --constraint requirements.txt --output-file deploy/requirements.txt -

benchmark: $(VENV)/.installed-tests browser ## Measure loading, pages, growth and the browser; takes some minutes
	$(BIN)/python -m benchmarks $(ARGS)

pictures: $(VENV)/.installed-tests browser ## Take a picture of every page, in all sizes, into test-results/pictures
	$(BIN)/python -m benchmarks.pictures $(ARGS)

dash: $(VENV)-dash/.installed ## Install Dash into an environment of its own, for `make benchmark` to measure it beside Parley

# A browser already here is used; otherwise Debian's is installed, which needs root.
browser:
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends chromium; \
	else \
		echo "The browser tests need Chromium: install it, or set CHROMIUM to its path."; exit 1; \
	fi

nginx:
	@if [ -n "$$(command -v nginx)" ] || [ -x /usr/sbin/nginx ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends nginx-light; \
	else \
		echo "The tests behind nginx need it: install it."; exit 1; \
	fi

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Parley needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/.installed-tests: $(VENV)/.installed tests/requirements.txt deploy/requirements.txt
	$(BIN)/pip install --quiet --requirement deploy/requirements.txt
	$(BIN)/pip install --quiet --requirement tests/requirements.txt
	@touch $@

$(VENV)-dash/.installed: benchmarks/requirements.txt
	$(PYTHON) -m venv $(VENV)-dash
	$(VENV)-dash/bin/pip install --quiet --requirement benchmarks/requirements.txt
	@touch $@

clean: ## Remove the environment and caches
	rm -rf $(VENV) $(VENV)-dash $(VENV)-wheel $(VENV)-lock dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
