"""`giaotrinh gather`: rows in, a Word document out that anybody's program reads."""

import io

import pytest

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.tasks.action_plan import Gathering, gather_project
from giaotrinh.driver.tasks.starting import start_project

HEAD = "TT;Nhiệm vụ, giải pháp;Sản phẩm;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn;Nguồn lực;Căn cứ\n"
TASK = "Lập danh sách <học viên> & lịch học"
ROWS = f"{HEAD}1;{TASK};Danh sách;Phòng Tổ chức;Các phòng;31-12-2027;Kinh phí được giao;II.1\n"


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "khoa-hoc"
    start_project(root)
    return ProjectFolder(root=root)


def gathered(project, text=ROWS, name="phieu.csv", **asked):
    file = project.root / name
    file.write_text(text, encoding="utf-8")
    asked = {"layout": "nha-nuoc", "output": project.root / "ke-hoach.docx", **asked}
    return gather_project(project, Gathering(files=(file,), **asked))


def words_of(path):
    import docx

    document = docx.Document(io.BytesIO(path.read_bytes()))
    tables = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [paragraph.text for paragraph in document.paragraphs], tables


def test_rows_stand_in_the_annex_with_their_provision(project):
    result = gathered(project, unit="Sở Nội vụ")
    paragraphs, tables = words_of(result.written)

    assert result.diagnostics == ()
    assert tables[-1] == [
        "1",
        TASK,
        "Danh sách",
        "Phòng Tổ chức",
        "Các phòng",
        "31-12-2027",
        "Kinh phí được giao",
        "Tư liệu mẫu, mục II.1",
    ]
    assert any("Sở Nội vụ" in each for each in paragraphs)
    assert paragraphs[0].startswith("TÀI LIỆU MẪU")


@pytest.mark.parametrize(
    ("layout", "head"), [("dang", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("nha-nuoc", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
)
def test_each_layout_has_the_letterhead_of_its_papers(project, layout, head):
    _, tables = words_of(gathered(project, layout=layout).written)
    other = {"dang": "CỘNG HÒA", "nha-nuoc": "ĐẢNG"}[layout]

    assert head in tables[0][1]
    assert other not in tables[0][1]


def test_rows_stand_in_the_order_of_the_source(project):
    text = HEAD + "1;Sau;A;B;C;D;E;II.1\n2;Trước;A;B;C;D;E;I.1\n"
    _, tables = words_of(gathered(project, text).written)

    assert [row[:2] for row in tables if row[0].isdigit()] == [["1", "Trước"], ["2", "Sau"]]


def test_the_same_rows_give_the_same_bytes_and_may_be_gathered_again(project):
    first = gathered(project).written.read_bytes()

    assert gathered(project).written.read_bytes() == first


def test_what_is_open_is_marked_and_told(project):
    result = gathered(project, HEAD + "1;Việc;Sản phẩm;Phòng;;;;II.1\n")
    _, tables = words_of(result.written)

    assert tables[-1][4:7] == ["[cần bổ sung]"] * 3
    assert [each.code for each in result.diagnostics] == ["action-cell-open"] * 3


def test_a_row_without_product_or_with_an_unknown_provision_writes_nothing(project):
    result = gathered(project, HEAD + "1;Việc;;Phòng;A;B;C;II.9\n2;Việc;S;Phòng;A;B;C;khac:I\n")

    assert result.written is None
    assert not (project.root / "ke-hoach.docx").exists()
    found = [(each.code, each.span.line, each.span.column) for each in result.diagnostics]
    assert found == [("action-cell-missing", 2, 8), ("citation-unresolved", 2, 21), ("source-unknown", 3, 22)]


def test_a_task_that_stands_twice_is_told(project):
    text = ROWS + ROWS.partition("\n")[2]

    assert [each.code for each in gathered(project, text).diagnostics] == ["action-row-repeated"]


def test_a_course_that_cannot_be_read_is_told(project):
    (project.root / "course/course.yaml").write_text("title: [", encoding="utf-8")
    result = gathered(project)

    assert result.written is None
    assert {each.span.file for each in result.diagnostics} == {"course/course.yaml"}


@pytest.mark.parametrize(
    ("asked", "code", "exit_code"),
    [
        ({"layout": "khac"}, "layout-unknown", Exit.USAGE),
        ({"name": "phieu.xlsx"}, "rows-file-kind", Exit.USAGE),
    ],
)
def test_what_cannot_be_asked_for(project, asked, code, exit_code):
    with pytest.raises(Failure) as failure:
        gathered(project, **asked)

    assert (failure.value.code, failure.value.exit_code) == (code, exit_code)


def test_a_file_there_is_not(project):
    with pytest.raises(Failure) as failure:
        gather_project(project, Gathering(files=(project.root / "khong-co.csv",), layout="dang"))

    assert failure.value.code == "input-unreadable"


def test_a_document_somebody_has_worked_on_is_never_written_over(project):
    (project.root / "ke-hoach.docx").write_bytes(b"worked on")

    with pytest.raises(Failure) as failure:
        gathered(project)

    assert failure.value.code == "output-in-the-way"
    assert (project.root / "ke-hoach.docx").read_bytes() == b"worked on"
