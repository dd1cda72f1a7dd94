"""Names of finished files: made from a closed set of fields, never a way out of their folder."""

import pytest

from giaotrinh.model.edition import fill_file_name, is_file_name


@pytest.mark.parametrize(
    ("pattern", "good"),
    [
        ("CD{number}_{reader}_{slug}", True),
        ("HV_Giao-trinh", True),
        ("Giáo trình lớp 3", True),
        ("../PWN", False),
        ("a/b", False),
        ("a\\b", False),
        (".hidden", False),
        ("{number.__class__}", False),
        ("{nope}", False),
        ("{0}", False),
        ("{", False),
        ("{{number}}", False),
        ("a\nb", False),
        ("x" * 200, False),
        ("", False),
    ],
)
def test_patterns(pattern, good):
    assert is_file_name(pattern) is good


def test_fields_are_filled():
    assert fill_file_name("CD{number}_{reader}_{slug}", number=3, reader="HV", slug="Chi-tieu") == "CD03_HV_Chi-tieu"
