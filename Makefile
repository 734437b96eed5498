# `make demo` and `make test` set everything up by themselves; nothing but Python 3, make and git is needed.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test slow mutate bench scale words clean

demo: .venv/ready
	$(BIN)/python solutions/example_class.py build/example-class
	$(BIN)/autograder grade homework build/example-class -o build/graded

test: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q -rs -n auto -m "not slow"

# End-to-end runs, under otter and in containers too: the better part of an hour.
slow: .venv/ready
	$(BIN)/pytest -q -rs -n auto -m "slow and not docker"
	$(BIN)/pytest -q -rs -m docker

# Collects the messages that are marked in the code, and compiles their translations. What is new waits in autograder.po, untranslated.
words: .venv/ready
	mkdir -p build
	$(BIN)/pybabel -q extract --project=conv-autograder --version=1 --add-location=file --no-wrap -k N_ -o build/words.pot autograder
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
