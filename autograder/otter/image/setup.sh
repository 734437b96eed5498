#!/usr/bin/env bash
# Runs once, as root: when Gradescope builds its image, or `otter grade` its own. Makes a Python with pinned packages and our own.
set -euo pipefail
source=$(cd "$(dirname "$0")" && pwd)
python=$(dirname "$source")/venv/bin/python

chmod 0700 "$source" # before any student code is here
if ! python3 -c "import ensurepip" 2> /dev/null; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends python3 python3-venv
    apt-get clean
    rm -rf /var/lib/apt/lists/*
fi
python3 -m venv "$(dirname "$source")/venv"
"$python" -m pip install -q --disable-pip-version-check --no-cache-dir --require-hashes --no-deps --compile -r "$source/requirements.txt"

packages=$("$python" -c "import sysconfig; print(sysconfig.get_path('purelib'))")
"$python" -m zipfile -e "$source/requirements.zip" "$packages"
"$python" -m compileall -q "$packages/autograder"
