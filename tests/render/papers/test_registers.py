"""What the front and back of a book list."""

import re

from render.sample import COURSE, changed, curriculum, html, page_map, render, words


def pages():
    blocks = {block.id: 1 for block in curriculum().modules["02-muc-tieu"].walk()}
    return page_map(curriculum(), "02-muc-tieu", blocks, 3)


def test_the_contents_list_modules_sections_and_their_pages():
    printed = words(html("contents", pages=pages()))

    assert "Chuyên đề 2. Mục tiêu đến năm 2025, tầm nhìn đến năm 2045 31 1. Mục tiêu 32" in printed
    assert "Đến năm 2025 32" not in printed, "second-level headings are not listed"


def test_the_contents_of_the_instructors_book_name_plans_and_answers():
    labels = dict(pages().labels) | {"lesson-plan/02-muc-tieu": "GV-3"}
    known = type(pages())(pages=pages().pages, labels=labels)

    printed = words(html("contents", edition="giang-vien", pages=known))
    assert "Kế hoạch bài giảng GV-3" in printed
    assert "Kế hoạch" not in words(html("contents", pages=known))


def test_the_contents_wait_for_pages():
    assert render("contents").waits_for_pages
    assert not render("body", "02-muc-tieu").waits_for_pages


def test_the_framework_table_adds_up_along_rows_and_columns():
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", html("introduction"), re.S)
    cells = [re.findall(r'<td class="figure">(.*?)</td>', row) for row in rows]
    numbers = [[0 if cell == "–" else int(cell) for cell in row] for row in cells if row]

    assert [row[0] for row in numbers] == [sum(row[1:]) for row in numbers]
    assert numbers[-1] == [sum(column) for column in zip(*numbers[:-1], strict=True)]


def test_the_foreword_is_set_with_typography():
    assert "<strong>Cách đọc.</strong>" in html("introduction")
    assert "“chưa có”" in html("introduction")


def test_the_glossary_stands_in_vietnamese_order():
    printed = words(html("glossary"))

    assert printed.index("cận dưới") < printed.index("khâu đột phá")
    assert printed.index("GRDP tổng sản phẩm") < printed.index("Giải thích từ ngữ")


def test_the_concordance_gives_module_and_page_of_each_provision():
    printed = words(html("concordance", pages=pages()))

    assert "mục II.1.a GRDP bình quân đầu người năm 2025 đạt" in printed
    assert re.search(r"mục II\.1\.a .*? CĐ 2: 32", printed)


def test_a_provision_drawn_with_its_children_counts_for_them_too():
    printed = words(html("concordance", pages=pages()))

    assert re.search(r"mục II\.1\.b .*? CĐ 2: 32", printed)


def test_places_of_a_sample_do_not_read_as_places_of_the_resolution():
    heads = re.findall(r"<h2>(.*?)</h2>", html("concordance"))

    assert words(heads[0]).startswith("Tư liệu mẫu (tóm lược theo Nghị quyết Đại hội")
    assert words(heads[1]) == "Luật mẫu về một việc"


def test_the_coverage_tells_taught_practised_and_tested():
    printed = words(html("coverage", edition="giang-vien", pages=pages()))

    assert re.search(r"mục II\.2 .*? Chỉ tiêu chủ yếu CĐ 2: 32 ", printed), "practised, in a discussion"
    assert re.search(r"mục II\.1 .*? Mục tiêu CĐ 2: 32 CĐ 2: 32", printed), "taught and tested"


def test_the_coverage_gives_the_reason_why_something_is_not_taught():
    course = changed("course/sources/nq17/source.yaml", "roles: {", "roles: {I: result, ")

    assert "Không giảng: chỉ là đề mục" in words(html("coverage", edition="giang-vien", course=course))


def test_the_colophon_names_sources_what_they_lack_and_their_digest():
    markup = html("colophon")

    assert "tư liệu mẫu, chưa đầy đủ; tóm lược, không phải nguyên văn" in words(markup)
    assert "Chưa có: danh mục đủ 20 chỉ tiêu" in words(markup)
    digests = re.findall(r'<span class="digest">(\w{16})</span>', markup)
    assert len(set(digests)) == 2


def test_the_digest_of_a_source_follows_its_text():
    path = "course/sources/nq17/text.txt"
    other = changed(path, "5.420", "5.421")

    def digest(course=None):
        return re.findall(r'<span class="digest">(\w+)</span>', html("colophon", course=course))[0]

    assert digest(other) != digest()
    assert COURSE[path]


def test_exemptions_are_listed_with_their_reasons_and_never_printed_in_place():
    exempt = changed(
        "course/modules/02-muc-tieu.md",
        ":::{quote}",
        '% giaotrinh: allow quotation-differs "theo bản in"\n:::{quote}',
    )

    assert "Chuyên đề 2: theo bản in" in words(html("colophon", course=exempt))
    assert "theo bản in" not in html("body", "02-muc-tieu", course=exempt)


def test_the_imprint_tells_the_state_of_modules_in_a_sentence_where_it_is_one():
    assert "Trạng thái các chuyên đề TT Chuyên đề Trạng thái 1 Vị trí, ý nghĩa Dự thảo" in words(html("imprint"))
    same = changed("course/modules/02-muc-tieu.md", "khoa-thong-qua", "du-thao")
    assert "Trạng thái các chuyên đề: dự thảo." in words(html("imprint", course=same))


def test_the_imprint_leaves_blank_lines_for_names_and_the_decision():
    markup = html("imprint")

    for name in ("Chủ biên:", "Ban biên soạn:", "Hội đồng thẩm định:", "Quyết định ban hành số:"):
        assert f'<p class="blank"><span>{name}</span><i></i></p>' in markup
