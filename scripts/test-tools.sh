#!/bin/sh
# Installs what some tests want beyond the launcher's own set-up: LibreOffice, tesseract with Vietnamese, recode.
# Those tests say why they are skipped where it is missing. Needs root, or sudo without a password.
set -eu

missing=''
for tool in soffice:libreoffice-writer-nogui tesseract:tesseract-ocr recode:recode; do
    command -v "${tool%%:*}" >/dev/null || missing="$missing ${tool##*:}"
done
if ! tesseract --list-langs 2>/dev/null | grep -qx vie; then missing="$missing tesseract-ocr-vie"; fi
[ -n "$missing" ] || exit 0

printf 'test-tools: installing%s\n' "$missing"
if [ "$(id -u)" -eq 0 ]; then as_root=''; else as_root='sudo -n'; fi
# shellcheck disable=SC2086 # a list of package names, and a command that may be none
$as_root apt-get update -qq </dev/null >/dev/null || :
# shellcheck disable=SC2086
exec $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null
