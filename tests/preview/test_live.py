"""Files change, pages follow; what is broken leaves the last good pages."""

import io

from PIL import Image

from giaotrinh.preview.serving import Preview, Wish
from preview_course import MODULE, change, digests, files_of, until

UNREADABLE = "---\ntitle: [\n---\n"


def state(client):
    return client.get("/api/state").json()


def test_the_overview_says_what_there_is(printed):
    found = state(printed)

    [module] = found["modules"]
    assert (module["number"], module["periods"], module["state"]) == (1, 4, "du-thao")
    assert module["pages"] > 0 and module["provisions"] > 0
    assert found["framework"]["sums"][0] == 4
    assert 0 < found["coverage"]["tested"] <= found["coverage"]["taught"] <= found["coverage"]["provisions"]
    assert found["banner"] is None


def test_pages_are_pictures_with_the_labels_of_the_book(printed):
    [file] = files_of(printed, "hoc-vien")
    labels = [page["label"] for page in file["pages"]]
    picture = Image.open(io.BytesIO(printed.get(f"/page/{file['pages'][0]['digest']}.png?width=300").content))

    assert picture.width == 300
    assert "i" in labels and "1" in labels
    assert any(page["blocks"] for page in file["pages"])


def test_an_edition_is_printed_when_somebody_opens_it(printed):
    assert files_of(printed, "giang-vien") == []

    printed.post("/api/open/giang-vien")

    until(lambda: files_of(printed, "giang-vien"))


def test_a_changed_file_changes_its_pages_and_no_others(printed, project):
    before = digests(files_of(printed, "hoc-vien"))
    change(project.root / MODULE, "đặt ra hai", "nêu ra hai")

    until(lambda: digests(files_of(printed, "hoc-vien")) != before)

    assert before & digests(files_of(printed, "hoc-vien"))


def test_a_file_that_cannot_be_read_leaves_the_pages_and_raises_a_banner(printed, project):
    before = digests(files_of(printed, "hoc-vien"))
    path = project.root / MODULE
    good = path.read_text(encoding="utf-8")

    path.write_text(UNREADABLE, encoding="utf-8")
    banner = until(lambda: state(printed)["banner"])
    assert MODULE in banner["text"]
    assert digests(files_of(printed, "hoc-vien")) == before
    assert all(printed.get(f"/page/{digest}.png?width=100").status_code == 200 for digest in before)

    path.write_text(good, encoding="utf-8")
    until(lambda: state(printed)["banner"] is None)


def test_a_wrong_figure_is_printed_and_found_at_its_block(printed, project):
    change(project.root / MODULE, "Văn bản đặt ra", "Có 37% cán bộ được quán triệt {cite}`I.1`. Văn bản đặt ra")

    found = until(lambda: [each for each in printed.get("/api/findings").json() if each["severity"] == "error"])

    assert found[0]["file"] == MODULE and "37%" in found[0]["source"]
    assert found[0]["provisions"][0]["path"] == "I.1"
    assert found[0]["text"] and found[0]["hint"]
    until(lambda: not state(printed)["printing"])
    places = {name for file in files_of(printed, "hoc-vien") for page in file["pages"] for name, _ in page["blocks"]}
    assert places & set(found[0]["blocks"])


def test_fifty_rapid_edits_end_in_the_right_state(printed, project):
    path = project.root / MODULE
    good = path.read_text(encoding="utf-8")
    for turn in range(50):
        edited = good.replace("đặt ra hai", f"đặt ra lần {turn} hai")
        path.write_text(edited if turn % 8 else UNREADABLE, encoding="utf-8")

    hits = until(lambda: printed.get("/api/search", params={"q": "đặt ra lần 49"}).json())
    until(lambda: not state(printed)["printing"] and state(printed)["banner"] is None)

    assert hits[0]["kind"] == "block"
    shown = digests(files_of(printed, "hoc-vien"))
    assert all(printed.get(f"/page/{digest}.png?width=100").status_code == 200 for digest in shown)


def test_search_finds_with_and_without_tone_marks(client):
    with_marks = client.get("/api/search", params={"q": "mục tiêu của văn bản"}).json()
    without = client.get("/api/search", params={"q": "muc tieu cua van ban"}).json()

    assert with_marks and [hit["id"] for hit in with_marks] == [hit["id"] for hit in without]
    assert client.get("/api/search", params={"q": "không có ở đâu"}).json() == []


def test_a_provision_says_where_it_is_taught_and_printed(printed):
    found = printed.get("/api/provision/van-ban:I.1").json()

    assert found["text"] and found["place"]
    assert found["taught"] and found["tested"]
    assert found["printed"][0]["edition"] == "hoc-vien"
    assert printed.get("/api/provision/van-ban:IX.9").status_code == 404


def test_printing_to_a_file_and_fetching_it(printed, preview):
    heard = []
    preview.site.hub.tell = lambda kind, **data: heard.append((kind, data))

    assert printed.post("/api/print", json={"edition": "hoc-vien", "module": ""}).status_code == 202
    done = until(lambda: next((data for kind, data in heard if kind == "print" and data["done"]), None))

    [file] = done["files"]
    assert printed.get(f"/download/{file['id']}").content.startswith(b"%PDF-")
    assert printed.post("/api/print", json={"edition": "nothing", "module": ""}).status_code == 400


def test_the_blocks_of_the_only_module_are_told_at_its_first_edit(project):
    told = []
    with Preview(project, Wish()) as running:
        tell = running.site.hub.tell
        running.site.hub.tell = lambda kind, **data: (told.append((kind, data)), tell(kind, **data))
        until(lambda: running.live.files and not running.desk.printing)

        change(project.root / MODULE, "hai mục tiêu.", "hai mục tiêu rõ ràng.")

        until(lambda: any(kind == "block" and "rõ ràng" in str(data) for kind, data in told))
