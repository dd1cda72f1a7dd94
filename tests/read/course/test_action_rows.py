"""Filled worksheets: both kinds of file give the same rows, and every mistake has its place."""

from giaotrinh.read.course.action_rows import read_action_rows

HEAD = "TT;Nhiệm vụ, giải pháp;Sản phẩm;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn;Nguồn lực;Căn cứ\n"
ROW = "1;Rà soát quy chế;Quy chế mới;Văn phòng;;Quý I/2027;;II.1.c, nq:III.2\n"
YAML = """rows:
  - task: Rà soát quy chế
    product: Quy chế mới
    lead: Văn phòng
    deadline: Quý I/2027
    basis: [II.1.c, "nq:III.2"]
"""


def fields(row):
    return row.task, row.product, row.lead, row.partners, row.deadline, row.resources, row.basis


def test_yaml_and_csv_give_the_same_rows():
    [first] = read_action_rows((HEAD + ROW).encode("utf-8-sig"), "phieu.csv").value
    [second] = read_action_rows(YAML.encode(), "phieu.yaml").value

    assert fields(first) == fields(second)
    assert first.basis == ("II.1.c", "nq:III.2")


def test_cells_keep_their_places():
    [row] = read_action_rows((HEAD + ROW).encode(), "phieu.csv").value
    place = row.place("lead")

    assert (place.file, place.line) == ("phieu.csv", 2)
    assert ROW[place.column - 1 :].startswith("Văn phòng")


def test_quoted_cells_hold_commas_line_ends_and_quotation_marks():
    head = 'TT,"Nhiệm vụ, giải pháp",Sản phẩm,Cơ quan chủ trì,Căn cứ\n'
    text = head + '1,"Ban hành ""quy chế"",\nthực hiện",Quy chế,Sở,I.1\n2,B,C,D,I.2\n'
    first, second = read_action_rows(text.encode(), "phieu.csv").value

    assert first.task == 'Ban hành "quy chế", thực hiện'
    assert second.place("task").line == 4


def test_blank_rows_of_a_printed_form_are_passed_over():
    assert read_action_rows((HEAD + "1;;;;;;;\n" + ROW + ";;;;;;;\n").encode(), "phieu.csv").value[0].task
    assert len(read_action_rows((HEAD + "1;;;;;;;\n" + ROW).encode(), "phieu.csv").value) == 1


def test_a_head_written_wrong_is_told_at_its_place_and_not_as_missing_too():
    text = HEAD.replace("Sản phẩm", "San pham") + ROW
    found = read_action_rows(text.encode(), "phieu.csv")

    assert found.value is None
    assert [(each.code, each.span.line, each.span.column) for each in found.diagnostics] == [
        ("word-unknown", 1, HEAD.index("Sản phẩm") + 1),
    ]


def test_a_column_that_a_draft_needs_is_missed():
    text = HEAD.replace("Sản phẩm;", "") + ROW.replace("Quy chế mới;", "")
    [found] = read_action_rows(text.encode(), "phieu.csv").diagnostics

    assert (found.code, dict(found.arguments)["name"]) == ("column-missing", "Sản phẩm")


def test_a_comma_outside_quotation_marks_is_told():
    text = HEAD + ROW.replace("Quy chế mới", "Quy chế; mới")
    [found] = read_action_rows(text.encode(), "phieu.csv").diagnostics

    assert (found.code, found.span.line) == ("row-too-long", 2)


def test_a_head_that_stands_twice_is_told():
    text = HEAD.replace("Nguồn lực", "Thời hạn") + ROW

    assert [each.code for each in read_action_rows(text.encode(), "phieu.csv").diagnostics] == ["listed-twice"]


def test_yaml_with_an_unknown_field_is_told_with_its_place():
    found = read_action_rows(YAML.replace("lead:", "leader:").encode(), "phieu.yaml")

    assert found.value is None
    assert [each.span.line for each in found.diagnostics] == [4]
