"""Length follows the source: sessions from what there is to teach, no Điều in two modules, names from the content."""

from giaotrinh.draft.allotting import allot, sessions_needed
from giaotrinh.draft.sections import units_of
from giaotrinh.model.course import TimeRules
from giaotrinh.model.drafting import DraftPlan, PlannedModule
from giaotrinh.read import read_source

SETTINGS = b"title: N\nshort_title: N\ncite_as: N\nstatus: complete\nwording: verbatim\n"
SENTENCE = (
    "Cơ quan có thẩm quyền xem xét, quyết định mức hỗ trợ đối với đối tượng quy định tại khoản này theo quy định.\n"
)
PLAN = DraftPlan(
    id="p",
    title="P",
    sessions=4,
    modules=(PlannedModule(title="T", short_title="T", takes=("rest",)),),
)


def modules(articles: int, sentences: int):
    text = "".join(f"Điều {at}. Chính sách số {at}\n" + SENTENCE * sentences for at in range(1, articles + 1))
    source = read_source(SETTINGS, text.encode(), identity="n", folder="f").value
    units = units_of(source)
    return units, allot(PLAN, units, source.provisions, TimeRules(), fitted=True)


def test_nine_short_articles_are_one_short_session():
    units, (only,) = modules(9, 1)

    assert sessions_needed(units) == 1
    assert (only.periods.theory, only.periods.discussion) == (1, 1)


def test_theory_grows_with_the_words():
    _, (only,) = modules(9, 9)

    assert (only.periods.theory, only.periods.discussion) == (3, 1)


def test_an_article_stands_in_one_module_and_modules_are_named_by_what_they_teach():
    _, found = modules(9, 30)
    taught = [{path.split(".")[0] for section in each.sections for path in section.addresses} for each in found]

    assert len(found) > 1
    assert sum(map(len, taught)) == len(set().union(*taught)) == 9
    assert found[0].short_title.startswith("Điều 1 đến Điều ")
    assert found[0].title.startswith(("Chính sách số 1; chính sách số 2", "Điều 1 đến Điều"))
