# Everything a newcomer, a developer or a build server says to this project.
# Needs Python 3.11 or newer and make; `make install` brings the rest, pinned and checked by hash.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PACKAGES := bot scheduling storage locales
# How much of the branches the tests must reach, in per cent; `make test COVERAGE=0` only reports.
COVERAGE ?= 89
# Tests wait for browsers and servers as much as for the processor: six processes are fastest on two cores.
# `make test WORKERS=0` runs them in one, for a debugger.
WORKERS ?= 6
# What lasts long waits less, and has more at stake where it waits too long.
SOAKERS ?= 3
# Databases that are thrown away need no disk where there is memory for them.
ifneq ($(wildcard /dev/shm/.),)
export TMPDIR ?= /dev/shm
endif
ARGS ?=
# What Python reads at a start is compiled once and kept: otherwise each start of the program takes three times as long.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install run demo examples test lint types imports scores tests soak bench format browser lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /\1|/' | awk -F'|' '{ printf "  make %-9s %s\n", $$1, $$2 }'

install: .venv/.installed ## make .venv with everything in it (done once, again when the requirements change)

# pip brings the installer (uv), which brings the rest and compiles it, in much less time than pip takes. Where uv
# finds no way to the packages (it does not read pip's settings), pip does it alone.
.venv/.installed: requirements-installer.txt requirements-dev.txt
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed, as python3 or as \`make PYTHON=...\`."; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { echo "Python cannot make an environment; on Debian: apt install python3-venv"; exit 1; }
	@echo "Installing into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-installer.txt
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.txt \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $@

run: install ## serve: the chat page on this machine, and Telegram where TELEGRAM_TOKEN is set
	@$(BIN)/python -m bot migrate
	@exec $(BIN)/python -m bot serve

demo: install ## play a week of a family in the terminal
	@exec $(BIN)/python -m bot demo

# What reads the code goes beside the tests, which wait now and then; it is told below them, and what failed last of all.
test: lint browser ## check everything: style, types, import rules, tests on both databases, coverage
	@mkdir -p build
	@{ $(MAKE) --no-print-directory types imports scores >build/beside.log 2>&1; echo $$? >build/beside.code; } & \
	$(MAKE) --no-print-directory tests; tests=$$?; \
	wait; beside=$$(cat build/beside.code); \
	if [ $$beside = 0 ] && [ $$tests != 0 ]; then tail -n 1 build/beside.log; else cat build/beside.log; fi; \
	[ $$tests = 0 ] || echo "The tests above failed."; \
	exit $$((tests || beside))

examples: install ## make the examples of what a message resembles anew, from taught.txt and the sets of messages
	@$(BIN)/python -m tests.understanding_scores --examples > locales/nl/examples.new
	@mv locales/nl/examples.new locales/nl/examples.txt
	@$(BIN)/python -m tests.understanding_learn > locales/nl/likeness.new
	@mv locales/nl/likeness.new locales/nl/likeness.txt
	@$(BIN)/python -m tests.understanding_scores --answers > locales/nl/answers.new
	@mv locales/nl/answers.new locales/nl/examples_answers.txt
	@$(BIN)/python -m tests.understanding_learn locales/nl/examples_answers.txt > locales/nl/answers.new
	@mv locales/nl/answers.new locales/nl/likeness_answers.txt

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports --no-cache

scores: install ## how well messages are understood, by intent
	@$(BIN)/python -m tests.understanding_scores --together

browser: install
	@$(BIN)/python -m tests.browser.ensure_browser

# Few lines: what fails must be seen in the last of them. `python -m tests.coverage_floor --lines` shows what was not reached.
tests: install
	$(BIN)/python -m pytest -p tests.forked -p tests.reached --processes $(WORKERS) -q -rsfE --tb=short $(ARGS)
	@$(BIN)/python -m tests.coverage_floor $(COVERAGE)

soak: install browser ## the long shares: races, kills, big fuzz
	SOAK=1 $(BIN)/python -m pytest -p tests.forked --processes $(SOAKERS) -m soak -q -rsfE --tb=short --durations=20 $(ARGS)

bench: install ## what a turn costs, as ratios
	$(BIN)/python -m benchmarks

format: install ## lay the code out and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Only names, versions and hashes: no address of a registry and no path of a machine may get into these files.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: install ## pin the requirements anew, from pyproject.toml (UPGRADE=--upgrade for the newest)
	$(COMPILE) $(UPGRADE) pyproject.toml -o requirements.txt
	$(COMPILE) $(UPGRADE) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	echo uv | $(COMPILE) $(UPGRADE) - -o requirements-installer.txt

clean: ## remove what was made, but not what was said (databases stay)
	rm -rf .venv build .reached.json .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
