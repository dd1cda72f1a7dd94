"""What stops the program for reasons outside the course, each with its exit code."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the program; documented in the README."""

    CLEAN = 0
    PROBLEMS = 1
    """The course has errors (or warnings under --strict)."""
    USAGE = 2
    ENVIRONMENT = 3
    """Pango, fonts or another system part is missing."""
    UNREADABLE = 4
    """An input cannot be read."""
    NOT_WRITABLE = 5
    """An output cannot be written."""
    NOT_VALID = 6
    """A finished file failed its validation: read-back, leak proof or structure."""
    FAULT = 70
    """The program itself is at fault; the report lies in build/.cache/fault.txt."""
    LOCKED = 75
    """Another build holds build/."""
    INTERRUPTED = 130


class Failure(Exception):
    """A condition of the environment, carried to the door with its exit code.

    `code` names the message in the message files; `arguments` fill it.
    """

    def __init__(self, exit_code: Exit, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.exit_code = exit_code
        self.code = code
        self.arguments = {name: str(value) for name, value in arguments.items()}
