# Everything here works on a fresh machine with Python 3.11 or newer and make; nothing is installed outside this folder
# but a Chromium for the browser tests.

PYTHON ?= python3
BIN := .venv/bin
PYTEST ?= pytest
DATES_GOLD ?=
export DATES_GOLD

.PHONY: help demo run test peers test-peers lint lint-types lint-style bench bench-scale faults screenshots messages clean

help:
	@echo "make demo         the demo regency: built, swept twice, served on a printed address"
	@echo "make run          an installation of your own in ./data, served on localhost:8000"
	@echo "make test         all tests, with a real PostgreSQL and a real browser"
	@echo "make test-peers   real WordPress and Bluesky servers, and one story from a phone to every channel (Debian 12, Node 20)"
	@echo "make lint         format, types, layers, templates"
	@echo "make bench        figures beside named peers (at most 20 minutes)"
	@echo "make bench-scale  figures at 10,000 sites"
	@echo "make faults       10,000 deliveries to misbehaving platforms while workers are killed"
	@echo "make screenshots  the pictures of the README, taken anew"

.venv/ready: uv.lock pyproject.toml tools/bootstrap.py
	@$(PYTHON) tools/bootstrap.py
	@touch $@

.venv/ready-bench: .venv/ready
	@$(PYTHON) tools/bootstrap.py --all-groups
	@touch $@

demo: .venv/ready
	@$(BIN)/suluh demo

run: .venv/ready
	@$(BIN)/suluh init
	@$(BIN)/suluh serve

test: .venv/ready
	@$(BIN)/python -m tests.chromium > /dev/null
	@$(BIN)/python -m $(PYTEST) -q -n 2 --dist loadgroup --maxschedchunk 2 $(TESTS)

# both servers and what they need lie in .peers, fetched once; nothing is installed on the machine
peers:
	@$(PYTHON) -m tests.peers.prepare

test-peers: .venv/ready peers
	@$(BIN)/python -m tests.chromium > /dev/null
	@$(BIN)/python -m $(PYTEST) -q tests/peers

lint: .venv/ready
	@$(MAKE) --no-print-directory -j 2 lint-types lint-style

lint-types:
	@$(BIN)/mypy

lint-style:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/lint-imports --config pyproject.toml
	@$(BIN)/djlint --lint --quiet src

bench: .venv/ready-bench
	@$(BIN)/python -m bench

bench-scale: .venv/ready-bench
	@$(BIN)/python -m bench --scale big

faults: .venv/ready-bench
	@$(BIN)/python -m bench.sending

screenshots: .venv/ready
	@$(BIN)/python -m tests.chromium > /dev/null
	@$(BIN)/python -m tools.screenshots

# needs GNU gettext (Debian: gettext)
messages: .venv/ready
	@cd src/suluh && ../../$(BIN)/django-admin makemessages --locale id --add-location file --no-wrap
	@msgfmt --check -o src/suluh/locale/id/LC_MESSAGES/django.mo src/suluh/locale/id/LC_MESSAGES/django.po

clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
