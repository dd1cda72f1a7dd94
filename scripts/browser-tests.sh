#!/bin/sh
# Tests the preview in a real browser: scripts/browser-tests.sh [PYTEST ARGUMENTS]
#
# Installs what is missing: Debian's chromium (needs root or sudo without a password) and, into .venv, Playwright and axe.
set -eu
cd "$(dirname -- "$0")/.."

apt_get() {
    if [ "$(id -u)" -eq 0 ]; then set -- env DEBIAN_FRONTEND=noninteractive apt-get "$@"; else set -- sudo -n apt-get "$@"; fi
    "$@" -qq -o Dpkg::Use-Pty=0 </dev/null >/dev/null
}

[ -e .venv/ready-test ] || ./giaotrinh test --collect-only -q >/dev/null || : # prepares .venv with what tests need
if ! command -v chromium >/dev/null; then
    apt_get update || :
    apt_get install -y --no-install-recommends chromium
fi
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input --require-hashes \
    --requirement requirements-browser.lock </dev/null >&2
exec .venv/bin/pytest tests/browser "$@" </dev/null
