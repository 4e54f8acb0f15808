#!/usr/bin/env bash
# Prints the first Python that can carry Yichuang: 3.11 or newer, able to make a virtual environment.
# PYTHON=/path/to/python is tried first. Exit 1 and no output: there is none.
set -u

for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
    found=$(command -v "$candidate") || continue
    # Debian splits ensurepip off into python3-venv: without it a virtual environment has no pip.
    if "$found" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        printf '%s\n' "$found"
        exit 0
    fi
done
exit 1
