"""Tự luận: to set out and analyse a provision, and to relate it to one's own unit; with answer and marking guide."""

import re
from collections.abc import Iterator, Mapping, Sequence

from giaotrinh.draft.bank.choice import pick
from giaotrinh.draft.bank.ground import (
    ANALYTIC,
    APPLIED,
    Ground,
    heading,
    is_article,
    question,
)
from giaotrinh.draft.bank.guide import TOTAL, marking_guide
from giaotrinh.draft.provisions.duties import is_body, is_empty, names_body
from giaotrinh.draft.provisions.formal import is_frame
from giaotrinh.draft.provisions.matter import Matter
from giaotrinh.draft.provisions.wording import heading_of, listed_of, point, sentences
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Role
from giaotrinh.outline.places import place_of

IDEAS = 6
"""Most ideas of the source that a guide lists: 1,5 points in steps of 0,25."""

ALIKE = 4
"""Most essays about the items of one list that have no role of their own."""

_IDEA = 320
"""Characters of one idea said whole."""

NAMING = 5
"""Words of a heading that says by itself of what it is; "Kỹ thuật trình bày" needs the heading above."""

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
    "Trình bày, phân tích {title}. Liên hệ việc áp dụng ở cơ quan, đơn vị đồng chí.",
    "Phân tích {title} và nêu những việc cơ quan, đơn vị đồng chí cần làm để thực hiện đúng.",
)
_BY_MATTER: Mapping[str, Sequence[str]] = {
    "exception": (
        "Trình bày {title}: đối tượng, điều kiện áp dụng và trường hợp được trừ. Nêu một trường hợp ở cơ quan, đơn vị đồng chí và"
        " cách xử lý đúng.",
        "Theo {source}, khi nào {title} không áp dụng? Phân tích vì sao cần ngoại lệ ấy và rủi ro khi vận dụng sai.",
    ),
    "responsibility": (
        "Phân biệt trách nhiệm của {first} với {second} trong {title}. Cơ quan, đơn vị đồng chí phối hợp với ai, ở việc nào?",
        "Trong {title}, {first} và {second} được giao những việc gì? Chỉ ra chỗ dễ chồng chéo và đề xuất cách phối hợp.",
    ),
    "procedure": (
        "Trình bày trình tự, thẩm quyền trong {title}. Bước nào cơ quan, đơn vị đồng chí dễ vướng, xử lý thế nào?",
    ),
    "deadline": (
        "Nêu các việc có thời hạn trong {title}. Lập các mốc trung gian để cơ quan, đơn vị đồng chí hoàn thành đúng hạn.",
    ),
    "comparison": (
        "So sánh các mức nêu trong {title}: mức nào cho đối tượng, thời điểm nào? Liên hệ số liệu của cơ quan, đơn vị đồng chí.",
    ),
    "condition": (
        "Phân tích điều kiện nêu trong {title}. Thiếu một điều kiện thì cơ quan, đơn vị đồng chí xử lý thế nào?",
    ),
}
"""What a provision holds -> stems that ask for it."""
_PROCEDURE = re.compile(r"trình tự|thủ tục|hồ sơ|các bước|quy trình|thẩm quyền", re.IGNORECASE)
_TWICE = re.compile(
    r"(nội dung|chỉ tiêu|quan điểm|mục tiêu|kinh nghiệm|giải pháp|đột phá|định hướng|kết quả|hạn chế|nguyên nhân|chủ đề|thực hiện)"
    r" nội dung ở"
)
"""The noun of a stem before the noun of a place: one of them is enough."""
_ROLES_BY_MATTER = frozenset({None, Role.TASK, Role.TASK_GROUP, Role.IMPLEMENTATION})
_LEAST_WORDS = 25
"""Words of a provision without parts and without a role that there is something to analyse in."""
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
    if is_frame(provision.title):
        return
    if provision.path in ground.taught and is_body(provision) and _stands_alone(provision):
        yield provision
    else:
        yield from (unit for child in provision.children for unit in _units(ground, child))


def _stands_alone(provision: Provision) -> bool:
    if not provision.children:
        if is_empty(provision):
            return False
        return len(provision.text.split()) >= (NAMING if provision.role is not None else _LEAST_WORDS)
    if provision.role in _WHOLE or provision.kind == "article":
        return True
    grandchildren = any(child.children for child in provision.children)
    return provision.role in (Role.TASK, None) and not grandchildren and not _mixed(provision)


def _mixed(provision: Provision) -> bool:
    """Whether what stands below has roles of its own, to be asked about one by one."""
    return any(child.role is not None and child.role is not provision.role for child in provision.children)


def _essay(ground: Ground, unit: Provision) -> Question:
    rest = pick(_REST, unit.text, "guide")
    named = _above(ground, unit)
    return question(
        ground,
        "essay",
        unit,
        stem=_stem(ground, unit, named),
        cites=tuple(dict.fromkeys(ground.address(each) for each in (*cited(unit), *named))),
        answer=_answer(ground, unit),
        points=TOTAL,
        guide=marking_guide(ideas(ground, unit), [(text.format(source=ground.name), at) for text, at in rest]),
        level=ANALYTIC if unit.role in (Role.VIEWPOINT, Role.LESSON, Role.THEME) else APPLIED,
    )


def _above(ground: Ground, unit: Provision) -> list[Provision]:
    """Return the provision above where a heading does not say by itself of what it is: "Về an sinh", "Bộ Xây dựng"."""
    above = ground.known.parents.get(unit.path)
    name = heading(unit)
    is_bare = (0 < len(name.split()) < NAMING and unit.kind != "article") or bool(names_body(unit))
    return [above] if is_bare and above is not None and is_body(above) and heading(above, most=30) else []


def _stem(ground: Ground, unit: Provision, named: Sequence[Provision]) -> str:
    title = " thuộc mục ".join([ground.title(unit), *(ground.title(each) for each in named)])
    body = names_body(unit)
    if body:
        # The body's own name is no title: its tasks are asked for by their place.
        given = f"{ground.name_begins} giao {body} những việc gì ở {place_of(unit.path)}?"
        return f"{given} Cơ quan, đơn vị đồng chí phối hợp thực hiện việc nào, còn vướng ở đâu?"
    matter = Matter(parts=tuple(unit.walk()), duties=ground.known.duties)
    kind = _kind(unit, matter) if unit.role in _ROLES_BY_MATTER else ""
    acting = [duty.body for duty in matter.acting[:2]] if kind == "responsibility" else ["", ""]
    is_rule = unit.role is None and is_article(unit)
    forms = _BY_MATTER[kind] if kind else _ARTICLE if is_rule else _TASKS[unit.role]
    if is_rule and heading(unit, most=30) and not title.lower().startswith("“quy định"):
        title = f"quy định về {title}"
    stem = pick(forms, unit.text, "essay").format(title=title, source=ground.name, first=acting[0], second=acting[1])
    return _TWICE.sub(r"\1 ở", stem)


def _kind(unit: Provision, matter: Matter) -> str:
    """Return what a provision is asked about for: its exception before its bodies, times, figures, conditions."""
    is_rule = is_article(unit)
    told = (
        ("exception", is_rule and bool(matter.exceptions)),
        ("responsibility", len(matter.acting) > 1),
        ("procedure", is_rule and _PROCEDURE.search(unit.title) is not None),
        ("deadline", len(matter.deadlines) > 1),
        ("comparison", unit.role is None and len(matter.figures) > 2),
        ("condition", is_rule and bool(matter.conditions)),
    )
    return next((kind for kind, holds in told if holds), "")


def cited(unit: Provision) -> Iterator[Provision]:
    """Yield the provisions a question about a whole unit cites: its own and those with a role or a number below."""
    yield unit
    yield from (each for child in unit.children for each in child.walk() if each.role is not None or each.label)


def ideas(ground: Ground, unit: Provision) -> tuple[str, ...]:
    """Return the lines of a guide for what the source says: its parts, or its sentences, at most six."""
    lines = [f"Nêu đúng ý: {_quoted(ground, *idea)}." for idea in said(unit)]
    if len(lines) > IDEAS:
        more = len(lines) - IDEAS + 1
        return (*lines[: IDEAS - 1], f"Nêu được {more} ý còn lại theo {ground.name}.")
    return tuple(lines)


def _quoted(ground: Ground, first: str, *below: str) -> str:
    """Return the words of an idea in quotation marks, those of a list one by one: between them stand marks not quoted."""
    listed = "; ".join(ground.quoted(each) for each in below)
    return f"{ground.quoted(first)}: {listed}" if listed else ground.quoted(first)


def said(unit: Provision) -> list[tuple[str, ...]]:
    """Return what a provision says, part by part: what stands below it, or its sentences, or its clauses.

    A part that opens a list has the words of the list behind it.
    """
    if unit.children:
        # A body's name is no idea: what it is to do is.
        parts = [part for child in unit.children for part in (child.children if names_body(child) else (child,))]
        return [idea for part in parts if (idea := listed_of(part, _IDEA))[0]]
    found = sentences(unit.text)
    if len(found) > 1 and found[0] == unit.title and heading_of(unit):
        found = found[1:]  # a heading is no idea of its own
    return [(point(part, _IDEA),) for part in found]


def _answer(ground: Ground, unit: Provision) -> str:
    has_numbers = any(quantity.unit for each in unit.walk() for quantity in each.quantities)
    exact = ", đúng từng số liệu kèm chữ chỉ mức độ và mốc thời gian" if has_numbers else ""
    return (
        f"Bài đạt yêu cầu nêu đủ nội dung theo lời văn của {ground.name}{exact}, không thêm ý ngoài văn bản. "
        f"{_RELATED.get(unit.role, _RELATED[None])} Bài chỉ chép lại văn bản không có điểm phân tích, liên hệ."
    )
