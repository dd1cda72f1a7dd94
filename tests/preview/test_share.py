"""Learner share mode: whatever an instructor alone may read has no address."""

import re

import pytest

from giaotrinh.driver.edge.failure import Failure
from giaotrinh.preview.serving import Preview, Wish
from preview_course import MODULE, change, client_of, files_of, until

ADDRESSES = (
    "/api/findings",
    "/api/search?q=văn bản",
    "/api/block/cd-01/b1",
    "/api/provision/van-ban:I.1",
    "/api/slides/01-bai-mau",
    "/api/review",
    "/presenter/01-bai-mau",
    "/screen/01-bai-mau",
    "/download/x",
)


@pytest.fixture
def shared(project):
    with Preview(project, Wish(for_learners=True)) as running:
        client = client_of(running)
        until(lambda: files_of(client, "hoc-vien"))
        yield client


def test_only_learners_editions_are_told_of_and_opened(shared):
    editions = shared.get("/api/state").json()["editions"]

    assert [each["id"] for each in editions] == ["hoc-vien"]
    assert shared.post("/api/open/giang-vien").json() == {"known": False}


def test_the_names_of_a_class_are_not_shared(project):
    change(project.root / "course/course.yaml", "editions: [", "editions: [danh-sach, ")
    with Preview(project, Wish(for_learners=True)) as running:
        client = client_of(running)

        assert "danh-sach" not in [each["id"] for each in client.get("/api/state").json()["editions"]]
        assert client.post("/api/open/danh-sach").json() == {"known": False}


def test_there_is_no_address_for_more(shared):
    assert {address: shared.get(address).status_code for address in ADDRESSES} == dict.fromkeys(ADDRESSES, 404)


def test_nothing_told_holds_the_instructors_words(shared, project):
    source = (project.root / MODULE).read_text(encoding="utf-8")
    secret = re.findall(r":::\{(?:notes|answer|solution)\}.*?\n\n(.*?)\n:::", source, re.DOTALL)
    told = shared.get("/api/state").text + shared.get("/").text

    assert secret
    assert not [words for words in secret if words.strip()[:30] in told]
    assert str(project.root) not in told


def test_a_learners_page_with_a_leak_is_not_shown(project):
    body = project.root / "templates" / "hoc-vien" / "body.html"
    body.parent.mkdir(parents=True, exist_ok=True)
    body.write_text('{% extends "base/body.html" %}', encoding="utf-8")
    with Preview(project, Wish(for_learners=True)) as running:
        until(lambda: files_of(client_of(running), "hoc-vien"))
        source = (project.root / MODULE).read_text(encoding="utf-8")
        [note] = re.findall(r":::\{notes\}\n:kind: stress\n\n(.*?)\n:::", source, re.DOTALL)
        good = files_of(client_of(running), "hoc-vien")
        leak = f"{{% block main %}}{{{{ super() }}}}<p>{note}</p>{{% endblock %}}"
        body.write_text('{% extends "base/body.html" %}' + leak, encoding="utf-8")
        until(lambda: running.desk.generation >= 4 and not running.desk.printing)

        assert files_of(client_of(running), "hoc-vien") == good


def test_a_secret_source_is_not_shared(project):
    settings = project.root / "course/sources/van-ban/source.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nsecrecy: MẬT\n", encoding="utf-8")

    with pytest.raises(Failure) as refused, Preview(project, Wish(for_learners=True)):
        pass

    assert refused.value.code == "share-secret"


def test_a_mark_that_comes_later_takes_the_pages_away_until_it_goes(shared, project):
    settings = project.root / "course/sources/van-ban/source.yaml"
    before = settings.read_text(encoding="utf-8")
    page = f"/page/{files_of(shared, 'hoc-vien')[0]['pages'][0]['digest']}.png"
    assert shared.get(page).status_code == 200

    settings.write_text(before + "\nsecrecy: MẬT\n", encoding="utf-8")
    banner = until(lambda: shared.get("/api/state").json()["banner"])

    assert "MẬT" in banner["text"]
    assert files_of(shared, "hoc-vien") == []
    assert shared.get(page).status_code == 404

    settings.write_text(before, encoding="utf-8")
    until(lambda: files_of(shared, "hoc-vien"))
    assert shared.get("/api/state").json()["banner"] is None


def test_a_mark_counts_while_the_course_cannot_be_read(shared, project):
    settings = project.root / "course/sources/van-ban/source.yaml"
    broken = settings.read_text(encoding="utf-8") + "\nsecrecy: 'MẬT'\nunknown: [\n"
    settings.write_text(broken, encoding="utf-8")
    until(lambda: "MẬT" in (shared.get("/api/state").json()["banner"] or {"text": ""})["text"])

    assert files_of(shared, "hoc-vien") == []
