"""What a finished file must have besides its words."""

from collections.abc import Callable

import pytest
from pikepdf import Dictionary, Name, Pdf

from bind.books import learner
from giaotrinh.prove import check_structure, extract, proof_of
from prove.plants import planted


def _foreign_font(file: Pdf) -> None:
    file.pages[0].obj.Resources.Font.La = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _drop(key: str) -> Callable[[Pdf], None]:
    return lambda file: file.Root.__delitem__(key)


FAULTS: dict[str, tuple[Callable[[Pdf], None], str]] = {
    "no language": (_drop("/Lang"), "pdf-language-missing"),
    "title not shown": (_drop("/ViewerPreferences"), "pdf-title-missing"),
    "no title": (lambda file: file.docinfo.__delitem__("/Title"), "pdf-title-missing"),
    "no tree": (_drop("/StructTreeRoot"), "pdf-untagged"),
    "empty tree": (lambda file: file.Root.StructTreeRoot.K[0].__setitem__("/K", []), "pdf-untagged"),
    "not marked": (_drop("/MarkInfo"), "pdf-untagged"),
    "font not embedded": (_foreign_font, "pdf-font-not-embedded"),
    "a page lost": (lambda file: file.pages.__delitem__(0), "pdf-page-count"),
}


def test_a_bound_book_lacks_nothing() -> None:
    assert check_structure("hoc-vien", learner().pdf, len(learner().page_texts)) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_named(name: str) -> None:
    fault, code = FAULTS[name]
    pdf = planted(learner().pdf, lambda file, _: fault(file), "")
    assert [each.code for each in check_structure("hoc-vien", pdf, len(learner().page_texts))] == [code]


def test_the_proof_tells_what_was_read() -> None:
    texts = list(extract(learner().pdf, range(len(learner().page_texts))).values())
    proof = proof_of(learner().pdf, texts)
    assert (proof.pages, proof.title, proof.language, proof.tagged) == (10, "Giáo trình thử", "vi", True)
    assert proof.fonts == ("Arimo", "Arimo-Bold", "Tinos", "Tinos-Bold")
    assert proof.letters > 400
    assert proof.text_digest != proof_of(learner().pdf, [*texts[1:], texts[0]]).text_digest
