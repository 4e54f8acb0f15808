# What one does with Yichuang. Set-up is a prerequisite of everything: the first start makes it, later ones find it made.

BIN := .venv/bin
SCREEN := $(strip $(DISPLAY)$(WAYLAND_DISPLAY))
SYSTEM := .venv/.system-$(if $(SCREEN),screen,headless)

.DEFAULT_GOAL := help
.NOTPARALLEL: # the system comes first, the libraries second
.PHONY: help run test bench bench-sync torture lint format translations lock clean

help: ## these lines
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1\t/p' Makefile | expand -t 20

run: .venv/.ready ## the client on a sample hall; without a display its papers and pictures go to out/
ifeq ($(SCREEN),)
	@echo "No display here (DISPLAY and WAYLAND_DISPLAY are empty): the demonstration runs unseen; see out/"
	@$(BIN)/yichuang demo --headless --out out
else
	@$(BIN)/yichuang demo
endif

test: .venv/.system-test .venv/.ready .venv/.swift ## all tests but the long ones; T=tests/domain for a part, ARGS for pytest
	@.setup/test.sh $(BIN)/pytest -n 2 $(T) $(ARGS)

torture: .venv/.system-test .venv/.ready .venv/.swift ## the long tests too, and ten times the examples
	@HYPOTHESIS_PROFILE=torture .setup/test.sh $(BIN)/pytest -m "not bench" $(T) $(ARGS)

bench: .venv/.system-test .venv/.ready ## ratios measured in one run; FULL=1 for a million cases
	@$(BIN)/pytest -m bench -q -s $(if $(FULL),--full) $(or $(T),tests/bench) $(ARGS)

bench-sync: .venv/.system-test .venv/.ready ## sync on a weak link, as root at IP level; FULL=1 for the long ones
	@$(BIN)/pytest -m bench -q -s $(if $(FULL),--full) $(or $(T),tests/bench_sync) $(ARGS)

lint: .venv/.system-test .venv/.ready ## style, formatting, types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: .venv/.ready ## puts imports and layout right
	@$(BIN)/ruff check --select I --fix
	@$(BIN)/ruff format

translations: .venv/.ready ## gathers the texts of ui/ and compiles the languages
	@$(BIN)/python resources/translations/build.py

# Renews requirements.lock from pyproject.toml, for every Python and system that we support at once, with hashes and
# without the address of any index. Versions stay where they are unless pyproject.toml moves them; UPGRADE=1 moves all.
# Without --python-version the Python that happens to run here would leave the older ones out.
lock: .venv/.ready ## the locked versions again, after a change of pyproject.toml
	@command -v uv >/dev/null || $(BIN)/python -m pip install -q uv
	@PATH="$$PATH:$(CURDIR)/$(BIN)" uv pip compile pyproject.toml --group dev --all-extras --generate-hashes \
	    --universal --python-version 3.11 --no-header --no-emit-index-url --no-emit-find-links \
	    $(if $(UPGRADE),--upgrade) -q -o requirements.lock

clean: ## takes away everything that was made, the set-up too
	rm -rf .venv out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/.system-%: .setup/system.sh .setup/python.sh
	@.setup/system.sh $*
	@mkdir -p .venv
	@touch $@

# A virtual environment whose Python is gone (the system moved on, the folder was copied) is made anew.
.venv/.locked: requirements.lock | $(SYSTEM)
	@$(BIN)/python -c '' 2>/dev/null || { rm -rf $(BIN) .venv/lib .venv/lib64 && "$$(.setup/python.sh)" -m venv .venv; }
	@echo "Installing the locked libraries into .venv"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# An S3 store for the tests, in an environment of its own: its libraries would hold ours back. Fetched again next time
# if that fails; the tests that need it then say that they skip.
.venv/.swift: .setup/swift.txt | .venv/.locked
	@echo "Installing OpenStack Swift for the tests into .venv/swift"
	@{ rm -rf .venv/swift && $(BIN)/python -m venv .venv/swift && \
	    .venv/swift/bin/python -m pip install -q --disable-pip-version-check -r .setup/swift.txt && touch $@; } || \
	    { rm -rf .venv/swift; echo "OpenStack Swift could not be fetched: the tests that need it are skipped."; }

# Editable, so that the commands which the layers register in pyproject.toml are found; built by the locked setuptools.
.venv/.ready: pyproject.toml .venv/.locked
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
