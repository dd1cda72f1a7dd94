"""What a reader may not see is absent from the value, not hidden on the page."""

import pytest

from giaotrinh.model.blocks import INSTRUCTOR_ONLY, SHORT_FORMS
from giaotrinh.model.edition import Reader
from giaotrinh.model.view import view_for
from render.sample import changed, curriculum, editions, html, part_of, render, words

SECRETS = (
    "Câu chỉ dành cho giảng viên nói với nhau trong giờ nghỉ",
    "của dự thảo, không dùng",
    "ba mốc kiểm tra bắt buộc",
    "hai vế và một liên hệ",
    "Lời dẫn bí mật",
    "Phương pháp riêng",
)


def test_the_learners_view_holds_no_block_for_instructors():
    view = view_for(curriculum(), Reader.LEARNER)

    kinds = {block.kind for module in view.modules for block in view.walk(module)}
    assert kinds.isdisjoint(INSTRUCTOR_ONLY | SHORT_FORMS)


def test_the_instructors_view_holds_them():
    view = view_for(curriculum(), Reader.INSTRUCTOR)

    assert {block.kind for module in view.modules for block in view.walk(module)} >= INSTRUCTOR_ONLY


def test_blocks_for_another_audience_are_absent():
    text = "Lời chỉ dành cho cán bộ chủ chốt"

    assert text not in words(html("body", "01-vi-tri"))
    other = changed("course/course.yaml", "audience: can-bo-nguon", "audience: can-bo-chu-chot")
    assert text in words(html("body", "01-vi-tri", course=other))


@pytest.mark.parametrize("part", [part.template for part in editions()["hoc-vien"].parts])
def test_no_part_for_learners_prints_what_is_for_instructors(part):
    modules = ("01-vi-tri", "02-muc-tieu") if part_of("hoc-vien", part).each_module else ("",)
    for module in modules:
        job = render(part, module).job
        printed = words(job.html) if job else ""
        assert not [secret for secret in SECRETS if secret in printed]


def test_a_job_names_the_blocks_it_shows_and_no_others():
    job = render("body", "02-muc-tieu").job
    assert job is not None
    blocks = curriculum().blocks

    assert "cd-02/bang-grdp" in job.blocks
    assert {blocks[name].kind for name in job.blocks}.isdisjoint(INSTRUCTOR_ONLY)


def test_instructors_get_notes_answers_and_plans():
    notes = words(html("notes", "02-muc-tieu", edition="giang-vien"))
    replies = words(html("answers", "02-muc-tieu", edition="giang-vien"))
    plan = words(html("lesson-plan", "01-vi-tri", edition="giang-vien"))

    assert "của dự thảo, không dùng" in notes
    assert "hai vế và một liên hệ" in replies
    assert "ba mốc kiểm tra bắt buộc" in replies
    assert "Lời dẫn bí mật" in plan
