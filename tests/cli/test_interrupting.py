"""An interrupt that Python drops stops the work at its next step."""

import signal

import pytest

from giaotrinh.cli.interrupting import Interrupts


class Dropping:
    """Python reports and drops what is raised while an object is let go of."""

    def __del__(self):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_dropped_interrupt_is_raised_at_the_next_step():
    heard = []
    with Interrupts() as interrupts:
        progress = interrupts.watched(heard.append)
        progress(1)
        Dropping()

        with pytest.raises(KeyboardInterrupt):
            progress(2)

    assert heard == [1]


def test_the_signal_is_given_back():
    before = signal.getsignal(signal.SIGINT)
    with Interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
