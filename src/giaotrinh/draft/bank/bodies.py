"""Questions about who is to do what."""

from collections.abc import Iterator

from giaotrinh.draft.bank.choice import digest, letters_of, shuffled
from giaotrinh.draft.bank.ground import BASIC, Ground, question
from giaotrinh.draft.provisions.duties import Duty
from giaotrinh.model.course import Question
from giaotrinh.model.text import fold

WRONG = 3
"""Wrong answers beside the right one."""

_SAME = 7
"""First words of a duty that tell it from another."""


def bodies(ground: Ground) -> Iterator[Question]:
    """Yield a question for every duty that the module's provisions give to a named body."""
    every = ground.known.duties
    for duty in every:
        if duty.provision.path in ground.taught and not ground.known.repeats[duty.provision.path]:
            options = _options(ground, duty, every)
            if options or not _is_shared(duty, every):
                yield _asked(ground, duty, options)


def _options(ground: Ground, duty: Duty, every: tuple[Duty, ...]) -> tuple[str, ...]:
    """Return four bodies, the right one among them and not the longest; nothing where the source has not enough."""
    own = fold(f"{duty.named.text} {duty.provision.full_text()}")
    others: dict[str, str] = {}
    for each in every:
        name = fold(each.body)
        is_other = name not in own and not any(name in known or known in name for known in others)
        if is_other and not _is_alike(each, duty):
            others[name] = each.body
    chosen = sorted(others.values(), key=lambda body: (abs(len(body) - len(duty.body)), digest(duty.duty, body)))
    longer = next((body for body in chosen if len(body) >= len(duty.body)), None)
    if longer is None or len(chosen) < WRONG:
        return ()
    wrong = [longer, *(body for body in chosen if body != longer)][:WRONG]
    return shuffled([duty.body, *wrong], duty.duty)


def _is_alike(one: Duty, other: Duty) -> bool:
    return fold(one.duty).split()[:_SAME] == fold(other.duty).split()[:_SAME]


def _is_shared(duty: Duty, every: tuple[Duty, ...]) -> bool:
    """Whether another body has a duty that begins with the same words."""
    return any(each is not duty and _is_alike(each, duty) for each in every)


def _asked(ground: Ground, duty: Duty, options: tuple[str, ...]) -> Question:
    return question(
        ground,
        "single" if options else "short",
        duty.provision,
        duty.duty,
        stem=f"Theo {ground.name}, cơ quan, tổ chức, cá nhân nào có nhiệm vụ: {ground.quoted(duty.duty)}?",
        cites=tuple(dict.fromkeys((ground.address(duty.provision), ground.address(duty.named)))),
        options=options,
        key=letters_of(options, [duty.body]) if options else (duty.body,),
        answer=f"{ground.name_begins} giao nhiệm vụ này cho: {duty.body}.",
        level=BASIC,
    )
