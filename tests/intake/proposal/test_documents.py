"""Several documents in one file are offered one by one."""

from itertools import pairwise

from giaotrinh.intake.proposal.documents import find_documents

BODY = "\n".join(f"{number}. Nội dung thứ {number}" for number in range(1, 15))
FIRST = f"Nghị quyết số 7-NQ/TW\nI- QUAN ĐIỂM\n{BODY}"
SECOND = f"Kết luận số 9-KL/TW\n{BODY}"
THIRD = f"ĐẢNG CỘNG SẢN VIỆT NAM\nSố: 20-NQ/TW\nNGHỊ QUYẾT\nVề y tế\nA- TÌNH HÌNH\n{BODY}"
NOTES = f"So sánh các văn bản\n{BODY}"


def test_documents_begin_at_names_letterheads_and_headings() -> None:
    text = "\n".join((FIRST, SECOND, THIRD, NOTES)) + "\n"
    notes = text.split("\n").index("So sánh các văn bản") + 1
    offers = find_documents(text, [notes])
    assert [offer.metadata.number for offer in offers] == ["7-NQ/TW", "9-KL/TW", "20-NQ/TW", ""]
    assert [offer.official for offer in offers] == [True, True, True, False]
    assert [offer.first for offer in offers] == [1, 17, 32, notes]
    assert all(before.last + 1 == after.first for before, after in pairwise(offers))


def test_one_document_is_one_offer_and_names_in_sentences_begin_nothing() -> None:
    text = FIRST + "\nNghị quyết số 8-NQ/TW đã nêu rõ.\n" + BODY
    assert len(find_documents(text)) == 1
