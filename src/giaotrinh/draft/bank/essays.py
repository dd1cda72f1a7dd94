"""Tự luận: to set out and analyse a provision, and to relate it to one's own unit; with answer and marking guide."""

from collections.abc import Iterator, Mapping, Sequence

from giaotrinh.draft.bank.choice import pick
from giaotrinh.draft.bank.ground import (
    ANALYTIC,
    APPLIED,
    Ground,
    heading,
    is_article,
    is_body,
    question,
    sentences,
    shortened,
)
from giaotrinh.draft.bank.guide import TOTAL, marking_guide
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Role
from giaotrinh.model.text import fold

IDEAS = 6
"""Most ideas of the source that a guide lists: 1,5 points in steps of 0,25."""

ALIKE = 4
"""Most essays about the items of one list that have no role of their own."""

NAMING = 5
"""Words of a heading that says by itself of what it is; "Kỹ thuật trình bày" needs the heading above."""

_FRAME = frozenset(
    {
        "phạm vi điều chỉnh",
        "phạm vi điều chỉnh, đối tượng áp dụng",
        "phạm vi điều chỉnh và đối tượng áp dụng",
        "đối tượng áp dụng",
        "giải thích từ ngữ",
        "hiệu lực thi hành",
        "điều khoản thi hành",
        "điều khoản chuyển tiếp",
    }
)
"""Headings of the frame of a legal text: there is nothing to analyse."""

_WHOLE = frozenset({Role.TASK_GROUP, Role.IMPLEMENTATION, Role.BREAKTHROUGH, Role.ORIENTATION})
"""Roles of which one essay covers the provision and all below it."""

_TASKS: Mapping[Role | None, tuple[str, ...]] = {
    Role.VIEWPOINT: (
        "Phân tích quan điểm {title}. Liên hệ việc quán triệt quan điểm này ở cơ quan, đơn vị đồng chí.",
        "Đồng chí hãy làm rõ nội dung, ý nghĩa của quan điểm {title} và liên hệ với công việc của cơ quan, đơn vị mình.",
        "Trình bày và phân tích quan điểm {title}. Quan điểm này đặt ra yêu cầu gì đối với cơ quan, đơn vị đồng chí?",
    ),
    Role.LESSON: (
        "Phân tích bài học kinh nghiệm {title}. Liên hệ việc vận dụng bài học này ở cơ quan, đơn vị đồng chí.",
        "Trình bày bài học kinh nghiệm {title} và liên hệ với một việc cụ thể ở cơ quan, đơn vị đồng chí.",
    ),
    Role.TARGET: (
        "Trình bày, phân tích nội dung chỉ tiêu {title}. Cơ quan, đơn vị đồng chí có thể góp phần thực hiện bằng việc gì,"
        " theo dõi bằng số liệu nào?",
        "Phân tích yêu cầu của chỉ tiêu {title} và đề xuất cách theo dõi, đánh giá phần việc của cơ quan, đơn vị đồng chí.",
        "Làm rõ các mức cần đạt trong chỉ tiêu {title}. Liên hệ trách nhiệm của cơ quan, đơn vị đồng chí.",
    ),
    Role.GOAL: (
        "Trình bày, phân tích mục tiêu {title}. Liên hệ với mục tiêu, kế hoạch của cơ quan, đơn vị đồng chí.",
        "Phân tích mục tiêu {title} và chỉ ra phần việc của cơ quan, đơn vị đồng chí để góp phần thực hiện.",
    ),
    Role.VISION: (
        "Phân tích nội dung {title}. Liên hệ yêu cầu đặt ra đối với cơ quan, đơn vị đồng chí ngay từ nhiệm kỳ này.",
        "Trình bày nội dung {title} và phân tích mối quan hệ với các mục tiêu gần hơn; liên hệ cơ quan, đơn vị đồng chí.",
    ),
    Role.BREAKTHROUGH: (
        "Phân tích khâu đột phá {title}. Liên hệ phần việc của cơ quan, đơn vị đồng chí.",
        "Vì sao {source} xác định {title} là một khâu đột phá? Liên hệ cơ quan, đơn vị đồng chí.",
    ),
    Role.TASK_GROUP: (
        "Phân tích nhóm nhiệm vụ, giải pháp {title}. Liên hệ kết quả, vướng mắc và việc cần làm ở cơ quan, đơn vị đồng chí.",
        "Trình bày những nội dung chính của nhóm nhiệm vụ, giải pháp {title}. Cơ quan, đơn vị đồng chí cần ưu tiên việc nào,"
        " vì sao?",
        "Đồng chí hãy làm rõ nhóm nhiệm vụ, giải pháp {title} và đề xuất cách cụ thể hóa ở cơ quan, đơn vị mình.",
    ),
    Role.TASK: (
        "Phân tích nhiệm vụ, giải pháp {title}. Liên hệ việc thực hiện ở cơ quan, đơn vị đồng chí.",
        "Làm rõ nội dung nhiệm vụ, giải pháp {title} và đề xuất một việc cụ thể cơ quan, đơn vị đồng chí làm được trong năm"
        " tới.",
    ),
    Role.RESULT: ("Phân tích kết quả {title}. Liên hệ đóng góp của cơ quan, đơn vị đồng chí.",),
    Role.LIMITATION: (
        "Phân tích hạn chế {title}. Ở cơ quan, đơn vị đồng chí hạn chế này có biểu hiện không, cách khắc phục thế nào?",
    ),
    Role.CAUSE: ("Phân tích nguyên nhân {title}. Liên hệ cơ quan, đơn vị đồng chí.",),
    Role.IMPLEMENTATION: (
        "Trình bày yêu cầu tổ chức thực hiện {title}. Cơ quan, đơn vị đồng chí có trách nhiệm gì, đã làm đến đâu?",
        "Phân tích trách nhiệm nêu tại nội dung {title} và liên hệ việc tổ chức thực hiện ở cơ quan, đơn vị đồng chí.",
    ),
    Role.ORIENTATION: (
        "Phân tích định hướng {title}. Liên hệ việc cụ thể hóa ở cơ quan, đơn vị đồng chí.",
        "Làm rõ nội dung định hướng {title} và yêu cầu đặt ra đối với cơ quan, đơn vị đồng chí.",
    ),
    Role.THEME: ("Phân tích chủ đề {title}. Liên hệ việc thực hiện ở cơ quan, đơn vị đồng chí.",),
    None: (
        "Trình bày, phân tích nội dung {title}. Liên hệ việc thực hiện ở cơ quan, đơn vị đồng chí.",
        "Làm rõ nội dung {title} và những việc cơ quan, đơn vị đồng chí cần làm để thực hiện.",
    ),
}
_ARTICLE = (
    "Trình bày, phân tích quy định về {title}. Liên hệ việc áp dụng ở cơ quan, đơn vị đồng chí.",
    "Phân tích quy định về {title} và nêu những việc cơ quan, đơn vị đồng chí cần làm để thực hiện đúng.",
)
_RELATED: Mapping[Role | None, str] = {
    Role.VIEWPOINT: "Phần phân tích nêu được vì sao; phần liên hệ gắn với một việc có thật của cơ quan, đơn vị.",
    Role.LESSON: "Phần liên hệ kể đúng một việc của cơ quan, đơn vị và chỉ ra bài học ấy đã hay chưa được vận dụng.",
    Role.TARGET: "Phần liên hệ chỉ ra phần việc của cơ quan, đơn vị, số liệu dùng để theo dõi và nơi có số liệu ấy.",
    Role.TASK_GROUP: "Phần liên hệ nêu được việc đã làm, chỗ vướng, việc sẽ làm với cơ quan chủ trì, sản phẩm, thời hạn.",
    Role.TASK: "Phần liên hệ nêu được việc đã làm, chỗ vướng, việc sẽ làm với cơ quan chủ trì, sản phẩm, thời hạn.",
    Role.IMPLEMENTATION: "Phần liên hệ phân biệt rõ việc thuộc trách nhiệm của đơn vị và việc phải kiến nghị cấp trên.",
    None: "Phần phân tích nêu được yêu cầu, điều kiện thực hiện; phần liên hệ là việc có thật, có minh chứng.",
}
_REST: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (
            "Phân tích vì sao đặt ra nội dung này, quan hệ với các nội dung khác của {source}; lập luận có căn cứ.",
            "1.0",
        ),
        ("Liên hệ đúng việc của cơ quan, đơn vị: kết quả, hạn chế, có số liệu hoặc minh chứng kiểm tra được.", "1.0"),
        ("Đề xuất việc làm cụ thể: ai chủ trì, sản phẩm, thời hạn; trình bày mạch lạc.", "0.5"),
    ),
    (
        ("Làm rõ yêu cầu, điều kiện thực hiện; chỉ ra chỗ dễ hiểu sai so với lời văn của {source}.", "1.0"),
        ("Liên hệ cơ quan, đơn vị bằng việc có thật, nêu được nguyên nhân của chỗ chưa làm được.", "1.0"),
        ("Đề xuất khả thi, đúng thẩm quyền, có cách kiểm tra; trình bày mạch lạc.", "0.5"),
    ),
)


def essays(ground: Ground) -> Iterator[Question]:
    """Yield an essay for every part of the module that stands for itself."""
    units = [unit for root in ground.roots for unit in _units(ground, root)]
    left_out = {unit.path for unit in _surplus(ground, units)}
    yield from (_essay(ground, unit) for unit in units if unit.path not in left_out)


def _surplus(ground: Ground, units: Sequence[Provision]) -> Iterator[Provision]:
    """Yield the units without a role that stand in one list with longer ones: a hundred like items are one subject."""
    lists: dict[str, list[Provision]] = {}
    for unit in units:
        above = ground.known.parents.get(unit.path)
        if unit.role is None and above is not None:
            lists.setdefault(above.path, []).append(unit)
    for found in lists.values():
        yield from sorted(found, key=lambda unit: -len(unit.full_text()))[ALIKE:]


def _units(ground: Ground, provision: Provision) -> Iterator[Provision]:
    """Yield the provisions one essay each is about: a task group whole, a viewpoint, a target, an article alone."""
    if fold(provision.title) in _FRAME:
        return
    if provision.path in ground.taught and is_body(provision) and _stands_alone(provision):
        yield provision
    else:
        yield from (unit for child in provision.children for unit in _units(ground, child))


def _stands_alone(provision: Provision) -> bool:
    if not provision.children:
        return len(provision.text.split()) >= NAMING
    if provision.role in _WHOLE or provision.kind == "article":
        return True
    grandchildren = any(child.children for child in provision.children)
    return provision.role in (Role.TASK, None) and not grandchildren and not _mixed(provision)


def _mixed(provision: Provision) -> bool:
    """Whether what stands below has roles of its own, to be asked about one by one."""
    return any(child.role is not None and child.role is not provision.role for child in provision.children)


def _essay(ground: Ground, unit: Provision) -> Question:
    name = heading(unit)
    title = ground.quoted(name)
    above = ground.known.parents.get(unit.path)
    is_bare = len(name.split()) < NAMING and unit.kind != "article"
    named = [above] if is_bare and above is not None and is_body(above) else []
    title = " thuộc mục ".join([title, *(ground.quoted(heading(each)) for each in named)])
    is_rule = unit.role is None and is_article(unit) and not name.lower().startswith("quy định")
    forms = _ARTICLE if is_rule else _TASKS[unit.role]
    rest = pick(_REST, unit.text, "guide")
    stem = pick(forms, unit.text, "essay").format(title=title, source=ground.name)
    return question(
        ground,
        "essay",
        unit,
        stem=stem,
        cites=tuple(ground.address(each) for each in (*cited(unit), *named)),
        answer=_answer(ground, unit),
        points=TOTAL,
        guide=marking_guide(ideas(ground, unit), [(text.format(source=ground.name), at) for text, at in rest]),
        level=ANALYTIC if unit.role in (Role.VIEWPOINT, Role.LESSON, Role.THEME) else APPLIED,
    )


def cited(unit: Provision) -> Iterator[Provision]:
    """Yield the provisions a question about a whole unit cites: its own and those with a role or a number below."""
    yield unit
    yield from (each for child in unit.children for each in child.walk() if each.role is not None or each.label)


def ideas(ground: Ground, unit: Provision) -> tuple[str, ...]:
    """Return the lines of a guide for what the source says: its parts, or its sentences, at most six."""
    parts = said(unit)
    lines = [f"Nêu đúng ý: {ground.quoted(part)}." for part in parts]
    if len(lines) > IDEAS:
        more = len(lines) - IDEAS + 1
        return (*lines[: IDEAS - 1], f"Nêu được {more} ý còn lại theo {ground.name}.")
    return tuple(lines)


def said(unit: Provision) -> list[str]:
    """Return what a provision says, part by part: what stands below it, or its sentences, or its clauses."""
    if unit.children:
        return [heading(child, most=32) for child in unit.children]
    parts = sentences(unit.text)
    if len(parts) > 1 and parts[0] == unit.title and heading(unit) == parts[0].rstrip(".:;,"):
        parts = parts[1:]  # a heading is no idea of its own
    if len(parts) == 1:
        parts = tuple(part.strip() for part in unit.text.split(";"))
    return [shortened(part.rstrip(".;:"), most=32) for part in parts]


def _answer(ground: Ground, unit: Provision) -> str:
    has_numbers = any(quantity.unit for each in unit.walk() for quantity in each.quantities)
    exact = ", đúng từng số liệu kèm chữ chỉ mức độ và mốc thời gian" if has_numbers else ""
    return (
        f"Bài đạt yêu cầu nêu đủ nội dung theo lời văn của {ground.name}{exact}, không thêm ý ngoài văn bản. "
        f"{_RELATED.get(unit.role, _RELATED[None])} Bài chỉ chép lại văn bản không có điểm phân tích, liên hệ."
    )
