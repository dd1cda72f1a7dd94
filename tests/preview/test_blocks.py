"""A block out to the page and back: nothing of anybody is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from giaotrinh.driver.edge.history import history_of
from giaotrinh.preview import blocks
from preview_course import MODULE, change, digests, files_of, until

SENTENCE = "Văn bản đặt ra hai mục tiêu."


def block_with(client, words):
    hits = client.get("/api/search", params={"q": words}).json()
    return client.get(f"/api/block/{next(hit['id'] for hit in hits if hit['kind'] == 'block')}").json()


def put(client, text, after, **changed):
    data = {name: text[name] for name in ("file", "line", "digest")} | {"before": text["text"], "after": after}
    return client.put(f"/api/block/{text['block']}", json=data | changed)


def test_a_block_is_its_lines_of_the_file(client, project):
    text = block_with(client, SENTENCE)
    lines = (project.root / MODULE).read_text(encoding="utf-8").split("\n")

    assert text["file"] == MODULE
    assert lines[text["line"] - 1].startswith(SENTENCE)
    assert text["text"].split("\n") == lines[text["line"] - 1 : text["end_line"]]
    assert text["citations"] == ["van-ban:I.1", "van-ban:I.2"]


def test_saving_changes_those_lines_alone_and_keeps_the_version_before(client, project):
    path = project.root / MODULE
    before = path.read_text(encoding="utf-8")
    text = block_with(client, SENTENCE)

    assert put(client, text, text["text"].replace("hai mục tiêu", "đúng hai mục tiêu")).status_code == 200

    assert path.read_text(encoding="utf-8") == before.replace("đặt ra hai", "đặt ra đúng hai")
    [kept] = history_of(project).iterdir()
    assert kept.read_text(encoding="utf-8") == before


def test_while_the_file_is_broken_a_block_is_still_its_own_lines(client, project):
    path = project.root / MODULE
    text = block_with(client, SENTENCE)
    broken = "\n\n" + path.read_text(encoding="utf-8").replace("title:", "title: [", 1)
    path.write_text(broken, encoding="utf-8")
    until(lambda: client.get("/api/state").json()["banner"])

    again = client.get(f"/api/block/{text['block']}").json()

    assert (again["text"], again["line"]) == (text["text"], text["line"] + 2)
    assert put(client, again, again["text"].replace("hai mục tiêu", "đúng hai mục tiêu")).status_code == 200
    assert path.read_text(encoding="utf-8") == broken.replace("đặt ra hai", "đặt ra đúng hai")


def test_a_file_that_is_no_text_any_more_is_told(client, project):
    text = block_with(client, SENTENCE)
    (project.root / MODULE).write_bytes(b"\xff\xfe\x00broken")

    assert client.get(f"/api/block/{text['block']}").json()["text"] == text["text"]
    assert put(client, text, "x").status_code == 409


def test_line_ends_of_windows_stay(client, project):
    path = project.root / MODULE
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    text = block_with(client, SENTENCE)

    assert put(client, text, text["text"].replace("hai mục tiêu", "đúng hai mục tiêu")).status_code == 200

    assert path.read_bytes() == before.replace("đặt ra hai".encode(), "đặt ra đúng hai".encode())


def test_a_file_that_has_gone_is_told_and_not_made_again(client, project):
    text = block_with(client, SENTENCE)
    (project.root / MODULE).unlink()

    assert put(client, text, "x").status_code == 409
    assert not (project.root / MODULE).exists()


def test_what_is_written_is_nfc(client, project):
    text = block_with(client, SENTENCE)

    put(client, text, text["text"].replace("hai", "ho\u0061\u0300"))

    assert "ho\u00e0" in (project.root / MODULE).read_text(encoding="utf-8")


def test_an_edit_elsewhere_in_the_file_does_not_stand_in_the_way(client, project):
    path = project.root / MODULE
    text = block_with(client, SENTENCE)
    change(path, "## Mục tiêu", "Thêm một dòng.\n\n## Mục tiêu")

    assert put(client, text, f"{text['text']} Hết.").status_code == 200

    content = path.read_text(encoding="utf-8")
    assert "Thêm một dòng." in content and f"{text['text']} Hết." in content


def test_an_edit_of_the_same_block_meanwhile_is_shown_and_kept(client, project):
    path = project.root / MODULE
    text = block_with(client, SENTENCE)
    theirs = change(path, SENTENCE, "Câu của người khác.")

    answer = put(client, text, "Câu của tôi.")

    assert answer.status_code == 409
    assert answer.json()["now"].startswith("Câu của người khác.")
    assert path.read_text(encoding="utf-8") == theirs
    assert not (project.build / "before").exists()


def test_a_file_that_is_no_module_is_not_written(client, project):
    text = block_with(client, SENTENCE)
    before = (project.root / "course/course.yaml").read_bytes()

    assert put(client, text, "x", file="course/course.yaml").status_code == 400
    assert put(client, text, "x", file="../../etc/passwd").status_code == 400
    assert (project.root / "course/course.yaml").read_bytes() == before


def test_a_saved_block_is_on_the_page(printed):
    before = files_of(printed, "hoc-vien")
    text = block_with(printed, SENTENCE)

    put(printed, text, text["text"].replace("hai mục tiêu.", "hai mục tiêu rõ ràng."))

    until(lambda: files_of(printed, "hoc-vien") != before)
    old, new = (digests(files) for files in (before, files_of(printed, "hoc-vien")))
    assert 1 <= len(new - old) < len(new)
    assert all(printed.get(f"/page/{digest}.png?width=200").status_code == 200 for digest in new)


def test_two_saves_at_once_are_both_on_disk(client, project):
    words = ["Văn bản đặt ra hai mục tiêu.", "Nhấn mạnh: con số trong bài"]
    for turn in range(5):
        texts = [block_with(client, each) for each in words]
        ready = Barrier(2)

        def go(text, after, ready=ready):
            ready.wait()
            return put(client, text, after).status_code

        with ThreadPoolExecutor(2) as pool:
            asked = [pool.submit(go, text, f"{text['text']} Lần {turn}.") for text in texts]
            codes = [each.result() for each in asked]
        written = (project.root / MODULE).read_text(encoding="utf-8")

        assert (codes, written.count(f"Lần {turn}.")) == ([200, 200], 2)
        until(lambda turn=turn: all(f"Lần {turn}." in block_with(client, each)["text"] for each in words))


def test_what_an_editor_wrote_in_the_same_moment_is_kept(client, project, monkeypatch):
    path = project.root / MODULE
    text = block_with(client, SENTENCE)
    written = blocks.keep_version

    def keep_and_be_overtaken(*arguments):
        monkeypatch.setattr(blocks, "keep_version", written)
        change(path, "Nhấn mạnh:", "Nhấn mạnh lần nữa:")
        return written(*arguments)

    monkeypatch.setattr(blocks, "keep_version", keep_and_be_overtaken)

    assert put(client, text, text["text"].replace("hai mục tiêu", "đúng hai mục tiêu")).status_code == 200
    assert "Nhấn mạnh lần nữa:" in path.read_text(encoding="utf-8")
    assert "đúng hai mục tiêu" in path.read_text(encoding="utf-8")


def test_what_a_killed_save_left_beside_the_module_goes_with_the_next(client, project):
    left = (project.root / MODULE).with_name(".a.md.999999999.1.1.part")
    left.write_text("half", encoding="utf-8")
    text = block_with(client, SENTENCE)

    assert put(client, text, text["text"].replace("hai mục tiêu", "đúng hai mục tiêu")).status_code == 200

    assert not left.exists()
