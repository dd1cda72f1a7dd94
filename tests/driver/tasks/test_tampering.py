"""The tamper table: what is done to a finished file by an editor, a signer or a tool, and what `verify` says of it."""

import datetime
import json
import shutil
import subprocess

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, String
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from typer.testing import CliRunner

from giaotrinh.cli import commands
from giaotrinh.cli.app import app
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks import signatures
from giaotrinh.driver.tasks.schemas import write_schemas
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.driver.tasks.verifying import Verdict, verify

FILE = "build/hoc-vien/HV_Giao-trinh.pdf"
SIGNER = "Trần Thị Bình"
QPDF = pytest.mark.skipif(shutil.which("qpdf") is None, reason="the program qpdf is not on this machine")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tamper") / "p"
    start_project(folder)
    build_project(find_project(folder), Request(editions=("hoc-vien",)), lambda _: None)
    return find_project(folder)


@pytest.fixture(scope="module")
def signer(tmp_path_factory):
    """Return a signer with a certificate of its own making."""
    folder = tmp_path_factory.mktemp("key")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
    made = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(made).not_valid_after(made.replace(year=2046))
    certificate = builder.sign(key, hashes.SHA256())
    form = serialization.PrivateFormat.PKCS8
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return signers.SimpleSigner.load(folder / "key.pem", folder / "cert.pem")


def appearance(pdf, drawing):
    return pdf.make_stream(drawing, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 40]))


def annotate(pdf, kind, **entries):
    page = pdf.pages[1]
    drawn = Dictionary(N=appearance(pdf, b"1 1 1 rg 0 0 300 40 re f"))
    annotation = Dictionary(
        Type=Name.Annot, Subtype=Name(kind), Rect=Array([90, 560, 390, 600]), F=4, AP=drawn, **entries
    )
    page.obj.Annots = Array([*page.obj.get("/Annots", []), pdf.make_indirect(annotation)])


def stamp(pdf):
    annotate(pdf, "/Stamp")


def words_on_top(pdf):
    annotate(pdf, "/FreeText", Contents=String("99%"))


def stamp_that_acts(pdf):
    annotate(pdf, "/Stamp", A=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def link(pdf):
    annotate(pdf, "/Link", A=Dictionary(S=Name.URI, URI=String("https://example.org")))


def file_on_a_page(pdf):
    annotate(pdf, "/FileAttachment")


def white_box(pdf):
    pdf.pages[1].contents_add(b"q 1 1 1 rg 90 560 300 40 re f Q")


def streams_of(pdf, subtype):
    return [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == subtype]


def image_swapped(pdf):
    """Show other pixels; the starter's book has no picture, so its sheets laid over pages stand for one."""
    drawn = streams_of(pdf, "/Image") or streams_of(pdf, "/Form")
    drawn[0].write(b"1 0 0 rg 0 0 99 99 re f")


def fonts_swapped(pdf):
    files = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each]
    files += [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile3" in each]
    name = next(key for key in ("/FontFile2", "/FontFile3") if key in files[0])
    first, second = [each for each in files if name in each][:2]
    first[name], second[name] = second[name], first[name]


def page_removed(pdf):
    del pdf.pages[-1]


def pages_exchanged(pdf):
    first, second = pdf.pages[1].obj, pdf.pages[2].obj
    first.Contents, second.Contents = second.Contents, first.Contents


def page_turned(pdf):
    pdf.pages[1].obj.Rotate = 180


def pages_turned_from_above(pdf):
    pdf.Root.Pages.Rotate = 180


def page_cropped(pdf):
    pdf.pages[1].obj.CropBox = Array([0, 0, 200, 200])


def title_changed(pdf):
    pdf.docinfo["/Title"] = String("Sách khác")


def metadata_changed(pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"dc:title", b"dc:rights"))


def version_changed(pdf):
    pdf.docinfo["/GiaotrinhVersion"] = String("9")


def labels_changed(pdf):
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.A)]))


def file_attached(pdf):
    pdf.attachments["a.exe"] = b"MZ"


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def form_field(pdf):
    field = Dictionary(FT=Name.Tx, T=String("a"), V=String("99%"), Subtype=Name.Widget, Rect=Array([90, 560, 390, 600]))
    field = pdf.make_indirect(field)
    pdf.pages[1].obj.Annots = Array([*pdf.pages[1].obj.get("/Annots", []), field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def false_signature(pdf):
    """Draw over a page and call it a signature."""
    annotate(pdf, "/Widget", FT=Name.Sig, T=String("s"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[1].obj.Annots[-1]]))


def nested_without_end(pdf):
    """Nest deeper than a stack of calls is."""
    inner = Array([])
    for _ in range(400):
        inner = Array([inner])
    pdf.Root["/Sau"] = inner


def annotations_that_are_none(pdf):
    """Hold in their places what no reader expects."""
    page = pdf.pages[1].obj
    page.Annots, page.Contents, page.Rotate = Array([7, Dictionary(Subtype=Name.Stamp, Parent=7, Rect=7)]), 7, Name.X


def form_that_is_none(pdf):
    pdf.Root.AcroForm = Array([7])
    pdf.pages[1].obj.Annots = Name.X
    pdf.pages[1].obj.Rotate = Array([Name.X])


ALTERATIONS = [
    annotations_that_are_none,
    form_that_is_none,
    stamp_that_acts,
    link,
    file_on_a_page,
    white_box,
    image_swapped,
    fonts_swapped,
    page_removed,
    pages_exchanged,
    page_turned,
    pages_turned_from_above,
    page_cropped,
    title_changed,
    metadata_changed,
    version_changed,
    labels_changed,
    file_attached,
    script,
    form_field,
    nested_without_end,
]

TABLE = [
    (stamp, Verdict.ANNOTATED),
    (words_on_top, Verdict.ANNOTATED),
    (false_signature, Verdict.ANNOTATED),
    *((change, Verdict.ALTERED) for change in ALTERATIONS),
]


def changed(project, path, change):
    with pikepdf.Pdf.open(project.root / FILE) as pdf:
        change(pdf)
        pdf.save(path)
    return path


@pytest.mark.parametrize(("change", "verdict"), TABLE, ids=lambda value: getattr(value, "__name__", str(value)))
def test_what_an_editor_does(project, tmp_path, change, verdict):
    found = verify(changed(project, tmp_path / "a.pdf", change), project)

    assert found.verdict is verdict
    assert found.recorded is False and not found.good


def test_a_place_is_told(project, tmp_path):
    marked = verify(changed(project, tmp_path / "a.pdf", stamp), project)
    boxed = verify(changed(project, tmp_path / "b.pdf", white_box), project)
    dropped = verify(changed(project, tmp_path / "c.pdf", page_removed), project)

    assert [(mark.page, mark.kind) for mark in marked.marks] == [(2, "Stamp")]
    assert (boxed.altered_pages, dropped.altered_pages) == ((2,), ())


@pytest.mark.parametrize("saving", [{}, {"linearize": True}, {"compress_streams": False}])
def test_saved_again_it_is_intact_and_no_longer_the_listed_file(project, tmp_path, saving):
    with pikepdf.Pdf.open(project.root / FILE) as pdf:
        pdf.save(tmp_path / "a.pdf", **saving)

    found = verify(tmp_path / "a.pdf", project)

    assert found.verdict is Verdict.INTACT and found.recorded is False and not found.good


@QPDF
@pytest.mark.parametrize(
    "options", [["--linearize"], ["--object-streams=disable", "--stream-data=uncompress"], ["--recompress-flate"]]
)
def test_saved_again_by_qpdf(project, tmp_path, options):
    subprocess.run(["qpdf", *options, project.root / FILE, tmp_path / "a.pdf"], check=True)

    assert verify(tmp_path / "a.pdf", None).verdict is Verdict.INTACT


@pytest.mark.skipif(shutil.which("pdftocairo") is None, reason="the program pdftocairo is not on this machine")
def test_drawn_anew_by_another_program_it_is_no_file_of_ours(project, tmp_path):
    subprocess.run(["pdftocairo", "-pdf", "-l", "2", project.root / FILE, tmp_path / "a.pdf"], check=True)

    with pytest.raises(Failure) as refused:
        verify(tmp_path / "a.pdf", project)
    assert refused.value.code == "verify-foreign"


def sign(content_path, path, signer, *, box=None):
    with content_path.open("rb") as source, path.open("wb") as target:
        writer = IncrementalPdfFileWriter(source)
        fields.append_signature_field(writer, fields.SigFieldSpec("ChuKy", box=box, on_page=1))
        meta = signers.PdfSignatureMetadata(field_name="ChuKy", subfilter=fields.SigSeedSubFilter.PADES)
        signers.sign_pdf(writer, meta, signer=signer, output=target)
    return path


@pytest.mark.parametrize("box", [None, (100, 100, 300, 160)], ids=["unseen", "drawn"])
def test_a_signed_file_is_as_it_was_made_and_says_by_whom(project, tmp_path, signer, box):
    found = verify(sign(project.root / FILE, tmp_path / "a.pdf", signer, box=box), project)

    assert found.verdict is Verdict.SIGNED and found.recorded and found.good
    assert [(each.signer, each.holds) for each in found.signatures] == [(SIGNER, True)]
    assert [(mark.page, mark.kind) for mark in found.marks] == ([(2, "Signature")] if box else [])


def test_altered_and_then_signed_it_is_altered(project, tmp_path, signer):
    path = changed(project, tmp_path / "a.pdf", white_box)

    assert verify(sign(path, tmp_path / "b.pdf", signer), project).verdict is Verdict.ALTERED


def test_a_signature_on_a_file_changed_afterwards_does_not_hold(project, tmp_path, signer):
    path = sign(project.root / FILE, tmp_path / "a.pdf", signer)
    with pikepdf.Pdf.open(path) as pdf:
        pdf.save(tmp_path / "b.pdf")

    found = verify(tmp_path / "b.pdf", project)

    assert found.verdict is Verdict.ALTERED and [each.holds for each in found.signatures] == [False]


def test_a_signature_that_cannot_be_checked_is_no_success(project, tmp_path, signer, monkeypatch):
    path = sign(project.root / FILE, tmp_path / "a.pdf", signer)
    unchecked = signatures.Signature(signer="", holds=None)
    monkeypatch.setattr("giaotrinh.driver.tasks.verifying.signatures", lambda _: (unchecked,))

    assert verify(path, project).verdict is Verdict.SIGNED and not verify(path, project).good


def test_as_it_is_called(project, tmp_path, signer, monkeypatch):
    assert commands
    monkeypatch.chdir(project.root)
    signed = CliRunner().invoke(app, ["verify", str(sign(project.root / FILE, tmp_path / "a.pdf", signer))])
    marked = CliRunner().invoke(app, ["verify", str(changed(project, tmp_path / "b.pdf", stamp))])
    boxed = CliRunner().invoke(app, ["verify", str(changed(project, tmp_path / "c.pdf", white_box))])

    assert (signed.exit_code, marked.exit_code, boxed.exit_code) == (0, 1, 1)
    assert SIGNER in signed.stdout and "có ghi trong manifest.json" in signed.stdout
    assert "ở trang 2 (Stamp)" in marked.stdout and "KHÔNG CÓ trong manifest.json" in marked.stdout
    assert "ĐÃ BỊ SỬA sau khi in ở trang 2" in boxed.stdout


def test_the_report_has_a_published_schema(project, tmp_path, monkeypatch):
    assert commands
    monkeypatch.chdir(project.root)
    path = next(path for path in write_schemas(project) if path.name == "verify.json")
    schema = json.loads(path.read_text(encoding="utf-8"))

    told = CliRunner().invoke(app, ["verify", "--json", str(changed(project, tmp_path / "a.pdf", stamp))])
    report = json.loads(told.stdout)

    assert report["verdict"] == "annotated" and report["marks"] == [{"page": 2, "kind": "Stamp"}]
    assert set(report) == set(schema["properties"]) == set(schema["required"])
