"""Quotations: word for word what the source says, in `quote` blocks and in quotation marks beside a citation."""

from collections.abc import Iterator, Sequence

from giaotrinh.check.linking.naming import listed
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.words.comparing import compare
from giaotrinh.check.words.marked import marked
from giaotrinh.check.words.segment import Said
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.document import Block


def quotations(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every quotation that is not the source's wording, or quotes a summary."""
    library = subject.knowledge.library
    inside: dict[str, list[Passage]] = {}
    for passage in subject.passages:
        quote = next((block for block in (*passage.above, passage.block) if block and block.kind == "quote"), None)
        if quote is not None:
            inside.setdefault(quote.id, []).append(passage)
        else:
            yield from marked(library, passage)
    for block_id, passages in inside.items():
        yield from _block(subject, subject.curriculum.blocks[block_id], passages)


def _block(subject: Subject, block: Block, passages: Sequence[Passage]) -> Iterator[Diagnostic]:
    said = [
        Said(passage=each, start=0, end=len(each.text)) for each in passages if each.kind not in ("title", "option")
    ]
    library = subject.knowledge.library
    cited = [citation for citation in subject.curriculum.by_block.get(block.id, ()) if citation.use == "quote"]
    span = block.option_spans.get("source", block.span)
    if not cited:
        if not listed(block.options.get("source", "")):
            yield error("quotation-without-source", block.span)
        return
    addresses = [(citation.source, citation.path) for citation in cited]
    if not all(library.is_verbatim(address) for address in addresses):
        source = library.curriculum.sources[addresses[0][0]]
        yield error("quotation-of-summary", span, source=source.short_title)
        return
    yield from compare(library, said, addresses)
