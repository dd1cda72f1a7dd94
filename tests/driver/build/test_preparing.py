"""Which editions an error stops: those that contain what it is about."""

from giaotrinh.driver.build.preparing import stops
from giaotrinh.model.diagnostic import error
from giaotrinh.model.span import Span
from render.sample import curriculum, editions


def stopped_by(file: str) -> set[str]:
    found = error("date-malformed", Span(file=file, line=3, column=1), given="2021-02-30")
    return {name for name, edition in editions().items() if stops(found, edition, curriculum())}


def test_an_error_in_a_class_file_stops_what_prints_classes_alone():
    assert stopped_by("course/classes/k1.yaml") == {"danh-sach", "lich-hoc"}


def test_an_error_in_the_course_stops_every_edition():
    assert stopped_by("course/course.yaml") == set(editions())


def test_an_error_in_the_templates_of_an_edition_stops_it_alone():
    assert stopped_by("templates/lich-hoc/timetable.html") == {"lich-hoc"}
