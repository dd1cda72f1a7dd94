"""The roster of a class: what a spreadsheet saves, and what is odd in it."""

import unicodedata

import pytest

from giaotrinh.read.course.roster import read_roster
from sheet_files import sheet_file

HEAD = "TT;Họ và tên;Chức vụ;Đơn vị;Tổ\n"


def read(text: str):
    found = read_roster(text.encode(), "course/classes/k1.csv")
    return found.value, [(each.code, each.span.line) for each in found.diagnostics]


def test_learners_are_read_as_a_spreadsheet_saves_them():
    learners, found = read("\ufeff" + HEAD + '1;Đỗ Thị Hoà;Phó Bí thư;"Xã A; huyện B";1\r\n2;Lê Văn C;;;1\n3;;;;\n')

    assert found == []
    assert [(each.name, each.post, each.unit, each.group) for each in learners] == [
        ("Đỗ Thị Hoà", "Phó Bí thư", "Xã A; huyện B", "1"),
        ("Lê Văn C", "", "", "1"),
    ]
    assert (learners[1].span.line, learners[1].span.column) == (3, 3)


def test_names_alone_are_enough():
    learners, found = read("Họ và tên\nĐỗ Thị Hoà\n")

    assert ([each.name for each in learners], found) == (["Đỗ Thị Hoà"], [])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("", [("roster-empty", 0)]),
        ("1;;Bí thư;Xã A;\n", [("learner-without-name", 2)]),
        ("1;Đỗ Thị Hoà;;Xã A;\n2;ĐỖ THỊ HÒA;;xã a;\n", [("learner-twice", 3)]),
        ("1;Đỗ Thị Hoà;;Xã A;\n2;Đỗ Thị Hòa;;Xã B;\n", []),
        ("1;A B;;;1\n2;C D;;;1\n3;E G;;;\n", [("learner-without-group", 4)]),
        ("1;A B;;;1\n2;C D;;;1\n3;E G;;;2\n", [("group-of-one", 4)]),
        ("1;A B;;;1\n", []),
        ("1;A B;;;1;x\n", [("row-too-long", 2)]),
    ],
)
def test_what_is_odd_is_told_at_its_line(rows, expected):
    assert read(HEAD + rows)[1] == expected


def test_other_columns_of_the_spreadsheet_are_passed_over():
    learners, found = read("Họ và tên;Ngày sinh\nA B;1-1-1980\n")

    assert ([each.name for each in learners], found) == (["A B"], [("column-unused", 1)])


def test_a_roster_without_names_cannot_be_used():
    assert read("Chức vụ;Đơn vị\nBí thư;Xã A\n") == (None, [("column-missing", 1)])


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nSTT;Họ và tên;Đơn vị;Tổ\n1;Đỗ Thị Hoà;Xã A;1\n2;Lê Văn C;Xã B;1\n",
        "sep=,\r\nSTT,Họ và tên,Đơn vị,Tổ\r\n1,Đỗ Thị Hoà,Xã A,1\r\n2,Lê Văn C,Xã B,1\r\n",
        "DANH SÁCH HỌC VIÊN, KHÓA 1;;;\n(Kèm theo quyết định);;;\n;;;\nTT;Họ tên;Cơ quan;Nhóm\n"
        "1;Đỗ Thị Hoà;Xã A;1\n2;Lê Văn C;Xã B;1\n",
        "STT,Họ đệm,Tên,Đơn vị công tác,Tổ\n1,Đỗ Thị,Hoà,Xã A,1\n2,Lê Văn,C,Xã B,1\n",
        "STT,HỌ VÀ TÊN ĐỆM,TÊN,NƠI CÔNG TÁC,TỔ\n1,Đỗ Thị,Hoà,Xã A,1\n2,Lê Văn,C,Xã B,1\n",
    ],
    ids=["says its separator", "says a comma", "titles and other heads", "a name in two columns", "in capitals"],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_lists_as_offices_keep_them(text, form):
    learners, found = read(unicodedata.normalize(form, "\ufeff" + text))

    assert found == []
    assert [(each.name, each.unit, each.group) for each in learners] == [
        ("Đỗ Thị Hoà", "Xã A", "1"),
        ("Lê Văn C", "Xã B", "1"),
    ]


def test_places_count_the_lines_above_the_heads():
    text = "sep=;\nDANH SÁCH;;\nTT;Họ tên;Đơn vị\n1;Đỗ Thị Hoà;Xã A\n2;;Xã B\n"

    assert read(text)[1] == [("learner-without-name", 5)]


def test_a_given_name_alone_is_no_name():
    assert read("TT;Tên;Đơn vị\n1;Hoà;Xã A\n") == (None, [("column-missing", 1)])


def test_one_column_under_two_names_is_told():
    assert read("Họ tên;Họ và tên\nA B;A B\n") == (None, [("listed-twice", 1)])


def of_version(version):
    """Return a spreadsheet whose zip asks for a version to unpack it (APPNOTE 4.3.12, second number of an entry)."""
    content = bytearray(sheet_file([["Họ tên"]]))
    content[content.index(b"PK\x01\x02") + 6] = version
    return bytes(content)


def read_sheet(*sheets):
    found = read_roster(sheet_file(*sheets), "course/classes/k1.xlsx")
    return found.value, [(each.code, each.span.line, each.span.column) for each in found.diagnostics]


def test_a_spreadsheet_is_read_with_its_places():
    formula = '<c r="PLACE" t="str"><f>A1&amp;B1</f><v>Lê Văn C</v></c>'.encode()
    rows = [
        ["DANH SÁCH LỚP"],
        [],
        ["TT", "Họ tên", "Đơn vị", "Tổ"],
        [1, unicodedata.normalize("NFD", "Ðỗ Thị Hoà"), "Xã A", 1.0],
        [2, formula, None, 1],
        [3, None, "Xã B", 1],
    ]

    learners, found = read_sheet([], rows)

    assert [(each.name, each.unit, each.group) for each in learners] == [
        ("Đỗ Thị Hoà", "Xã A", "1"),
        ("Lê Văn C", "", "1"),
    ]
    assert found == [("learner-without-name", 6, 2)]


def test_ten_thousand_learners_are_read():
    rows = [["Họ đệm", "Tên", "Đơn vị"], *(["Nguyễn Văn", f"A{number}", "Xã A"] for number in range(10_000))]

    learners, found = read_sheet(rows)

    assert (len(learners), found) == (10_000, [])


@pytest.mark.parametrize(
    "content",
    [
        b"PK\nTT",
        b"",
        sheet_file([["Họ tên"]])[:200],
        sheet_file([["Họ tên"]]).replace(b"sheetData", b"sheetDat<"),
        of_version(88),
    ],
    ids=["no zip", "empty", "cut off", "no XML", "a zip of no known version"],
)
def test_a_spreadsheet_that_cannot_be_opened_is_told(content):
    found = read_roster(content, "course/classes/k1.xlsx")

    assert (found.value, [each.code for each in found.diagnostics]) == (None, ["sheet-unreadable"])


def test_a_spreadsheet_that_unpacks_to_too_much_is_not_opened(monkeypatch):
    content = sheet_file([["Họ tên"], ["A B"]])
    monkeypatch.setattr("giaotrinh.read.data.sheet_cells.UNPACKED_LIMIT", 10)

    assert [each.code for each in read_roster(content, "k1.xlsx").diagnostics] == ["sheet-unreadable"]


def test_old_windows_lists_are_read_where_their_heads_come_out_right():
    text = unicodedata.normalize("NFC", "TT;Họ tên;Đơn vị\n1;Lê Đình Đức;Xã A\n")
    old = b"".join(old_letter(letter) for letter in text)

    found = read_roster(old, "course/classes/k1.csv")
    other = read_roster(text.encode("utf-16-le")[1:], "course/classes/k1.csv")

    assert [each.name for each in found.value] == ["Lê Đình Đức"]
    assert [each.code for each in found.diagnostics] == ["text-from-1258"]
    assert other.value is None


def old_letter(letter):
    """Return a letter in Windows-1258: whole where it has one, else its base and its tone."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(each for each in parts if each in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
