"""Writes a synthetic course of many modules for the measurements: plausible syllables, fixed by a seed."""

import random
from pathlib import Path

WORDS = """công tác cán bộ đơn vị kế hoạch nhiệm vụ giải pháp tổ chức thực hiện quán triệt nghị quyết mục tiêu
đô thị nông thôn văn hóa con người khoa học nghệ đổi mới sáng tạo quản lý dịch đầu tư hạ tầng giáo dục đào xã hội"""
SYLLABLES = WORDS.split()

COURSE = """title: Giáo trình đo tốc độ
short_title: Đo tốc độ
kind: Tài liệu bồi dưỡng
school: {{name: Trường đo tốc độ}}
audience: hoc-vien
audiences: {{hoc-vien: Học viên}}
as_of: "2026-01-01"
year: 2026
main_source: van-ban
sources: [van-ban]
modules: [{modules}]
editions: [{editions}]
"""

SOURCE = """title: Văn bản đo tốc độ
short_title: Văn bản đo tốc độ
cite_as: Nghị quyết
status: complete
wording: verbatim
"""


def write_course(folder: Path, *, modules: int, editions: str = "hoc-vien", words: int = 2300) -> Path:
    """Write a course project of so many modules, each of about `words` words; return its folder."""
    course = folder / "course"
    (course / "modules").mkdir(parents=True)
    (course / "sources" / "van-ban").mkdir(parents=True)
    names = [f"{number:02}-bai-{number}" for number in range(1, modules + 1)]
    (course / "course.yaml").write_text(COURSE.format(modules=", ".join(names), editions=editions), encoding="utf-8")
    (course / "sources" / "van-ban" / "source.yaml").write_text(SOURCE, encoding="utf-8")
    luck = random.Random(7)
    text = "I. NHIỆM VỤ\n" + "".join(f"{number}. {sentence(luck, 30)}\n" for number in range(1, modules + 1))
    (course / "sources" / "van-ban" / "text.txt").write_text(text, encoding="utf-8")
    for number, name in enumerate(names, start=1):
        module = write_module(random.Random(number), number, words)
        (course / "modules" / f"{name}.md").write_text(module, encoding="utf-8")
    return folder


def sentence(luck: random.Random, length: int) -> str:
    """Return a capitalised run of syllables with a full stop."""
    return " ".join(luck.choice(SYLLABLES) for _ in range(length)).capitalize() + "."


def paragraph(luck: random.Random) -> str:
    """Return about a hundred words."""
    return " ".join(sentence(luck, luck.randint(14, 26)) for _ in range(5))


def write_module(luck: random.Random, number: int, words: int) -> str:
    """Return the text of a module: sections of prose with a table, a drawn provision and notes."""
    sections = max(2, words // 560)
    body = "\n".join(_section(luck, number, place) for place in range(1, sections + 1))
    objectives = "\n".join(
        f":::{{objectives}}\n:kind: {kind}\n\n- {words} {sentence(luck, 12).lower()}\n:::\n"
        for kind, words in (
            ("knowledge", "Trình bày được"),
            ("skills", "Xác định được"),
            ("attitude", "Có ý thức"),
        )
    )
    return "\n".join(
        (
            f"---\ntitle: {sentence(luck, 9)[:-1]}\nshort_title: Bài {number}",
            "periods: {theory: 3, discussion: 1}\n---\n",
            objectives,
            "::::{activity} Giảng bài mới\n:minutes: 135\n:step: teaching\n:method: Thuyết trình\n",
            body,
            "::::\n",
            f":::{{discussion}} Thảo luận chung\n:minutes: 20\n\n{sentence(luck, 20)}\n:::\n",
            f":::{{exercise}} Bài tập nhóm\n:minutes: 25\n\n{sentence(luck, 20)}\n:::\n",
            f":::{{keypoints}}\n1. {sentence(luck, 15)} {{cite}}`I.{number}`\n:::\n",
            f"::::{{question}}\n:kind: essay\n:cites: I.{number}\n\n{sentence(luck, 15)}\n",
            f":::{{answer}}\n{sentence(luck, 30)}\n:::\n::::\n",
            ":::{reading}\n:kind: required\n\n- Văn bản đo tốc độ.\n:::\n",
        )
    )


def _section(luck: random.Random, number: int, place: int) -> str:
    rows = "\n".join(f"| {sentence(luck, 3)} | {sentence(luck, 8)} |" for _ in range(4))
    prose = "\n\n".join(paragraph(luck) for _ in range(4))
    return (
        f"## {sentence(luck, 6)[:-1]}\n\n{prose} {{cite}}`I.{number}`\n\n:::{{provision}} I.{number}\n:::\n\n"
        f":::{{table}} {sentence(luck, 5)[:-1]}\n| Việc | Nội dung |\n|---|---|\n{rows}\n:::\n\n"
        f":::{{notes}}\n:kind: stress\n\n{sentence(luck, 25)}\n:::\n"
    )
