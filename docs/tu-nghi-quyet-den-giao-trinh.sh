#!/bin/sh
# From a complete resolution to a course: import, name the source, draft, one module edited by hand, check, print.
# Usage: docs/tu-nghi-quyet-den-giao-trinh.sh RESOLUTION NEW-FOLDER TITLE SHORT-TITLE
# RESOLUTION is a file the program imports (.docx, .pdf, .html, .md, .txt); NEW-FOLDER must not exist.
set -eu
program=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)/giaotrinh
resolution=$(CDPATH= cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")

"$program" new "$2"
cd "$2"
"$program" import --id nghi-quyet --sheet "$resolution"

# By hand: a file often lacks its own name; the draft takes titles and citations from here.
sed -i -e "s|^title: .*|title: \"$3\"|" -e "s|^short_title: .*|short_title: \"$4\"|" \
    -e "s|^cite_as: .*|cite_as: Nghị quyết|" course/sources/nghi-quyet/source.yaml

"$program" draft --source nghi-quyet --plan 3-ngay --audience can-bo-nguon

# By hand: what no resolution says. A school writes its own name and its own words here.
sed -i -e 's/\[cần bổ sung: tên trường\]/Trường Chính trị tỉnh A/' -e 's/\[cần bổ sung: địa danh\]/A/' course/course.yaml
lead_in='Thưa các đồng chí, mỗi người mang theo một chỉ tiêu của đơn vị mình; buổi này ta tìm chỗ của chỉ tiêu ấy trong Nghị quyết.'
sed -i "s/^lead_in: .*/lead_in: $lead_in/" course/modules/01-*.md

"$program" check
"$program" build hoc-vien giao-an trinh-chieu
find build -name '*.pdf' | sort
