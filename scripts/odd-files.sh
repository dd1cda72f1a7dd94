#!/bin/sh
# Fetches public odd and broken documents for tests/corpus/robustness.py: scripts/odd-files.sh FOLDER [ADDRESS]
#
# ADDRESS is where owner/name.git is found, https://github.com unless told. The files stay outside the repository; they
# are under the licences of their projects.
set -eu

folder=${1:?usage: scripts/odd-files.sh FOLDER [ADDRESS]}
address=${2:-https://github.com}
mkdir -p "$folder"

take() { # owner/name, endings...
    name=$1
    shift
    from=$(mktemp -d)
    git clone --quiet --depth 1 "$address/$name.git" "$from/it"
    for ending in "$@"; do
        find "$from/it" -type f -name "*.$ending" | while read -r path; do
            # One folder for all: the project's name and a number keep names apart.
            cp "$path" "$folder/$(printf '%s' "$name" | tr / -)-$(printf '%s' "${path#"$from/it/"}" | tr '/ ' '__')"
        done
    done
    rm -rf "$from"
}

take jgm/pandoc docx odt rtf
take python-openxml/python-docx docx
take mwilliamson/python-mammoth docx
take qpdf/qpdf pdf
take py-pdf/sample-files pdf
find "$folder" -type f | sed 's/.*\.//' | sort | uniq -c
