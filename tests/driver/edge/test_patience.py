"""What works without end is stopped; what comes to an end is let be."""

import threading
import time

import pytest

from giaotrinh.driver.edge.patience import at_most


class Stopped(Exception):
    pass


def test_what_does_not_end_is_stopped():
    with pytest.raises(Stopped), at_most(0.1, Stopped):
        while True:
            pass


def test_what_ends_is_let_be():
    with at_most(0.05, Stopped):
        done = 1
    time.sleep(0.15)

    assert done == 1


def test_another_thread_is_stopped_where_it_works():
    seen = []

    def work():
        try:
            with at_most(0.1, Stopped):
                while True:
                    pass
        except Stopped:
            seen.append("stopped")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)

    assert seen == ["stopped"]
