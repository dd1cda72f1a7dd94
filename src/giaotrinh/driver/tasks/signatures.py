"""Signatures put on a finished file: by whom, and whether what they cover is what was signed.

Read with pyHanko (PAdES, ETSI EN 319 142-1), of the extra `sign`. Whether the certificate itself can be trusted is for
the one who knows the signer: no list of authorities is asked, no network.
"""

import logging
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature on a file."""

    signer: str
    """Name in the certificate, "" where it cannot be read."""
    holds: bool | None
    """Whether the file is as it was signed; None where the extra `sign` is not installed."""


def signatures(content: bytes) -> tuple[Signature, ...]:
    """Return the signatures of a file in the order they were put on it; only the last must cover the whole file."""
    if b"/ByteRange" not in content:  # it stands in plain bytes: a signature covers them (ISO 32000-1, 12.8.1)
        return ()
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return (Signature(signer="", holds=None),)
    return _read(PdfFileReader(BytesIO(content), strict=False))


def _read(reader: "PdfFileReader") -> tuple[Signature, ...]:
    found = reader.embedded_signatures
    return tuple(_signature(each, last=each is found[-1]) for each in found)


def _signature(embedded: "EmbeddedPdfSignature", *, last: bool) -> Signature:
    """Return one signature; one that cannot be read does not hold."""
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what is not trusted is told in our words
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        signer = str(embedded.signer_cert.subject.native.get("common_name", ""))
        status = validate_pdf_signature(embedded, ValidationContext(trust_roots=[], allow_fetching=False))
        needed = SignatureCoverageLevel.ENTIRE_FILE if last else SignatureCoverageLevel.ENTIRE_REVISION
        holds = bool(status.intact and status.valid and status.coverage >= needed)
    except Exception:  # noqa: BLE001 - the reader of a forged signature may stumble anywhere; it does not hold then
        return Signature(signer="", holds=False)
    return Signature(signer=signer, holds=holds)
