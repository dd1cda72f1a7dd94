"""What a finished file says of its own making, so that a copy can be told from another and from an altered one.

The information dictionary holds what it was made from (edition, module, version, sources) and a digest over the content
of all pages; whoever changes a page with a PDF editor changes the content and not the digest.
"""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

PREFIX = "/Giaotrinh"
CONTENT = "Content"


def seal(target: "Pdf", identity: Mapping[str, str]) -> None:
    """Write the identity of a bound file and the digest of its pages; the last step before saving."""
    from pikepdf import String

    for name, value in {**identity, CONTENT: content_digest(target)}.items():
        target.docinfo[PREFIX + name] = String(value)


def sealed(pdf: "Pdf") -> dict[str, str]:
    """Return what a file says of its making, empty for a file that was not made by this program."""
    return {key.removeprefix(PREFIX): str(value) for key, value in pdf.docinfo.items() if key.startswith(PREFIX)}


def content_digest(pdf: "Pdf") -> str:
    """Return the SHA-256 over the unpacked content streams of all pages, in order."""
    hasher = hashlib.sha256()
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        streams = () if contents is None else contents if contents._type_name == "array" else (contents,)
        hasher.update(b"\n".join(stream.read_bytes() for stream in streams))
        hasher.update(b"\0page\0")
    return hasher.hexdigest()
