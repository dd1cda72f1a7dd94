"""Options of the whole suite."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the expected files of tests/cases")


@pytest.fixture
def update(request):
    return request.config.getoption("--update")
