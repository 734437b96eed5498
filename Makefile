# `make demo` and `make test` set everything up by themselves; nothing but Python 3, make and git is needed.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test lint unit e2e e2e-machine e2e-docker nightly nightly-machine nightly-docker slow mutate bench scale words clean

demo: .venv/ready
	$(BIN)/python solutions/example_class.py build/example-class
	$(BIN)/autograder grade homework build/example-class -o build/graded --feedback published
	@echo "The class page: build/graded/report/index.html · a student's page: build/graded/feedback/becker.html"

# The everyday command: style, types, import contracts and every test that is quick. Three to four minutes after set-up.
# The two halves run beside each other, and either can fail the target.
test: .venv/ready
	$(MAKE) --no-print-directory --jobs=2 lint unit

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

unit: .venv/ready
	$(BIN)/pytest -q -rs -n auto -m "not e2e and not nightly"

# End-to-end runs: otter, containers, the documents, attacks. Some 35 minutes on two cores.
# The containers run beside the rest, and either half can fail the target.
e2e: .venv/ready
	$(MAKE) --no-print-directory --jobs=2 --output-sync=target e2e-docker e2e-machine

e2e-machine: .venv/ready
	$(BIN)/pytest -q -rs -n auto --dist worksteal -m "e2e and not docker"

e2e-docker: .venv/ready
	$(BIN)/pytest -q -rs -m "e2e and docker"

# The gate of a release, of some hours: end-to-end runs on all their cases, all mutants, a large class.
nightly: .venv/ready
	$(MAKE) --no-print-directory --jobs=2 --output-sync=target nightly-docker nightly-machine
	$(BIN)/python tests/tools/mutate.py
	$(BIN)/python tests/tools/scale.py

nightly-machine: .venv/ready
	$(BIN)/pytest -q -rs -n auto --dist worksteal --nightly -m "(e2e or nightly) and not docker"

nightly-docker: .venv/ready
	$(BIN)/pytest -q -rs --nightly -m docker

slow: nightly

# Collects the messages that are marked in the code, and compiles their translations. What is new waits in autograder.po, untranslated.
words: .venv/ready
	mkdir -p build
	$(BIN)/pybabel -q extract -F pyproject.toml --project=conv-autograder --version=1 --add-location=file --no-wrap -k N_ -o build/words.pot autograder
	$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap -i build/words.pot -d autograder/locale -D autograder
	$(BIN)/pybabel -q compile -d autograder/locale -D autograder

# Changes the answers in one place at a time, and asks whether a check notices: two minutes.
mutate: .venv/ready
	$(BIN)/python tests/tools/mutate.py

bench: .venv/ready
	$(BIN)/python tests/tools/bench.py

# Ten thousand submissions in one run, with known scores: the better part of an hour.
scale: .venv/ready
	$(BIN)/python tests/tools/scale.py

# Bytecode is compiled while installing: otter's imports take three times as long without.
.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps --compile -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf .venv build dist
