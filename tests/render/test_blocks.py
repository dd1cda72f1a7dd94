"""Every kind of block as it is printed."""

import re

from giaotrinh.model.blocks import DIRECTIVES, DRAWN, PLAIN_BLOCKS, RUNS, Drawing
from giaotrinh.model.edition import Reader
from giaotrinh.model.view import view_for
from render.sample import TEMPLATES, body, curriculum, html, render, with_text, words

NB = "\u00a0"
NEVER_DRAWN = DRAWN[Drawing.OPENED] | DRAWN[Drawing.NEVER] | {"row", "cell", "handout", "slide"}


def test_every_kind_of_block_has_a_template():
    drawn = {path.rsplit("/", 1)[1].removesuffix(".html") for path in TEMPLATES if "/base/blocks/" in path}

    assert drawn == (PLAIN_BLOCKS | DIRECTIVES | set(RUNS.values())) - NEVER_DRAWN


def test_every_block_that_is_drawn_or_what_holds_it_has_its_id_on_the_page():
    job = render("body", "02-muc-tieu").job
    assert job is not None
    parents = view_for(curriculum(), Reader.LEARNER).parents

    def found(name: str) -> bool:
        return f'id="{name}"' in job.html

    assert [name for name in job.blocks if not found(name) and not found(parents[name].id)] == []


def test_a_paragraph_with_all_roles():
    printed = words(html("body", "02-muc-tieu"))

    assert "đạt 8.300–8.500 USD" in printed
    assert "trên 36.000 USD vào" in printed
    assert "Luật mẫu Điều 5, khoản 2" in printed
    assert "xem Bảng 2.1 và Chuyên đề 1" in printed


def test_what_a_paragraph_cites_stands_in_one_entry_beside_it_and_leaves_its_sentences():
    drawn = body("Tăng 7,5% {cite}`II.1.a`, giảm 2% {cite}`II.1.c`; giữ {cite}`II.1.a`.\n")

    (entry,) = re.findall(r'<span class="sources">(.*)</span>Tăng', drawn)
    assert words(entry) == "Tư liệu mẫu mục II.1.a , II.1.c"
    assert "Tăng 7,5%, giảm 2%; giữ." in words(drawn)


def test_lists_and_boxes_end_with_their_sources():
    drawn = body("- Một việc {cite}`II.1.a`.\n\n:::{callout} Nhớ\n:kind: note\n\nHai {cite}`II.1.c`.\n:::\n")

    assert 'class="sources"' not in drawn
    assert [words(each) for each in re.findall(r"(?s)(?:Một việc|Hai)\..*?</b>", drawn)] == [
        "Một việc. Tư liệu mẫu",
        "Hai. Tư liệu mẫu",
    ]


def test_other_papers_keep_citations_where_they_stand():
    course = with_text("Tăng 7,5% {cite}`II.1.a`.\n\n:::{slide} Một\n- Tăng {cite}`II.1.a` nhanh\n:::\n")

    assert "Tăng (Tư liệu mẫu, mục II.1.a ) nhanh" in words(
        html("slides", "02-muc-tieu", edition="trinh-chieu", course=course)
    )


def test_a_reference_is_a_link_that_binding_resolves():
    assert '<a class="ref" href="asset:///ref/cd-02/bang-grdp">' in html("body", "02-muc-tieu")


def test_a_reference_document_prints_as_a_footnote_once_and_is_named_after_that():
    markup = html("body", "02-muc-tieu")

    assert markup.count('<span class="footnote">Một tờ báo tiếng Anh') == 1
    assert '<span class="footnote">Như chú thích 1.</span>' in markup


def test_headings_carry_their_numbers():
    assert '<span class="number">1.1.</span>Đến năm' in html("body", "02-muc-tieu")


def test_a_summary_is_headed_as_one_and_stands_in_no_quotation_marks():
    drawn = body(":::{provision} II.1\n:children: yes\n:::\n")

    assert "TÓM LƯỢC TƯ LIỆU - KHÔNG PHẢI NGUYÊN VĂN" in drawn
    assert "“" not in drawn
    assert "GRDP bình quân đầu người năm" in words(drawn)
    assert "Báo B, 11-2020 (diễn đạt lại)" in words(drawn).replace(" )", ")")


def test_the_words_of_a_complete_source_carry_no_such_head():
    drawn = words(body(":::{provision} luat:D5\n:children: yes\n:::\n"))

    assert "TÓM LƯỢC" not in drawn
    assert drawn.startswith("Luật mẫu, Điều 5")
    assert "1. Công khai, minh bạch." in drawn


def test_a_provision_without_children_stands_alone():
    assert "đầu người" not in words(body(":::{provision} II.1\n:::\n"))


def test_a_quotation_names_its_place():
    assert "Luật mẫu, Điều 5, khoản 1" in words(html("body", "02-muc-tieu"))


def test_a_table_of_targets_says_what_is_missing_and_how_sure_the_rest_is():
    drawn = body(":::{targets} Bảng\n:metrics: grdp, tang-truong\n:horizons: 2020, 2025, 2045\n:::\n")

    assert drawn.count(">–<") == 3
    assert drawn.count("Gạch ngang: chưa có trong văn bản nguồn") == 1
    assert f"trên{NB}36.000" in drawn
    assert 'scope="col"' in drawn
    assert "theo báo chí, chưa đối chiếu nguyên văn" in drawn
    assert "press" not in words(drawn)


def test_notes_under_a_table_are_lettered_in_the_order_of_reading():
    drawn = body(":::{targets} Bảng\n:metrics: grdp\n:horizons: 2045, 2020\n:::\n")

    assert re.search(r"trên\W+36\.000<span class=\"note-mark\">a</span>", drawn)
    assert '5.420<span class="note-mark">b</span>' in drawn


def test_a_pipe_table_has_heads_and_equal_rows():
    drawn = body("::::{table} Ba mốc\n\n| Mốc | Tên |\n|---|--:|\n| 2025 | Mục tiêu |\n::::\n")

    assert '<th scope="col" class="right">Tên</th>' in drawn
    assert '<td class="right">Mục tiêu</td>' in drawn
    assert "Bảng 2.1." in drawn


def test_a_task_shows_kind_minutes_and_title():
    printed = words(html("body", "02-muc-tieu"))

    assert "Bài tập nhóm 45 phút Bảng theo dõi" in printed
    assert "Thảo luận nhóm 45 phút Chỉ tiêu của đơn vị" in printed


def test_forms_leave_as_much_room_as_they_ask_for():
    drawn = body(":::{form}\n:lines: 5\n:::\n\n:::{form} Phiếu\n:columns: A | B\n:rows: 2\n:::\n")

    assert drawn.count('<div class="writing">') == 5
    assert drawn.count("<tr><td></td><td></td></tr>") == 2


def test_a_box_about_the_learners_unit_has_lines_of_its_own():
    drawn = body("::::{callout}\n:kind: unit\n\nĐơn vị tôi?\n::::\n")

    assert "Liên hệ đơn vị tôi" in drawn
    assert drawn.count('<div class="writing">') == 3


def test_questions_in_a_row_share_one_heading():
    drawn = body("::::{question}\nMột?\n::::\n\n::::{question}\nHai?\n::::\n")

    assert drawn.count("Câu hỏi ôn tập, thảo luận") == 1
    assert "Câu 2." in drawn


def test_a_heading_of_the_author_is_not_doubled():
    drawn = body("## Câu hỏi\n\n::::{question}\nMột?\n::::\n")

    assert "Câu hỏi ôn tập, thảo luận" not in drawn


def test_lists_carry_their_marks_themselves():
    # A real marker beside blocks inside an item breaks PDF/UA; the style sheet switches markers off.
    css = TEMPLATES["templates/base/text.css"].decode()
    assert "list-style: none" in css

    drawn = body("3. Ba\n4. Bốn\n")
    assert 'style="counter-reset: item 2"' in drawn


def test_activities_and_breaks_leave_no_trace_in_the_learners_text():
    printed = words(html("body", "02-muc-tieu"))

    assert "Đọc mục tiêu" not in printed
    assert "Giải lao" not in printed


def test_the_opening_tells_objectives_periods_sections_and_what_is_lacking():
    opening = words(html("body", "02-muc-tieu").partition("</header>")[0])

    assert "Về kiến thức Trình bày được ba mốc thời gian." in opening
    assert "Về tư tưởng" in opening
    assert "4 tiết: 3 tiết lý thuyết, 1 tiết thảo luận" in opening
    assert "Nội dung 1. Mục tiêu" in opening
    assert "Nguồn chưa có nguyên văn các mục tiêu" in opening


def test_words_of_authors_are_escaped():
    assert "&lt;script&gt;" in body("Một <script> trong câu.\n")
