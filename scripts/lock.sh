#!/bin/sh
# Writes requirements.lock (what the program runs on), requirements-dev.lock (what its tests add) and
# requirements-browser.lock (what the tests in a browser add) from
# pyproject.toml: exact versions with digests, one file for every supported Python and system, no index address.
#
#   scripts/lock.sh              keeps the locked versions that still fit
#   scripts/lock.sh --upgrade    takes the newest that fit
#
# Needs uv (pip install uv).
set -eu
cd "$(dirname -- "$0")/.."

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-emit-find-links --custom-compile-command scripts/lock.sh "$@"
}

compile --extra import --extra preview --extra sign --group build pyproject.toml --output-file requirements.lock "$@"
compile --group dev --constraint requirements.lock --output-file requirements-dev.lock "$@"
compile --group browser --constraint requirements.lock --constraint requirements-dev.lock \
    --output-file requirements-browser.lock "$@"
