"""The command line: one short command per file, all work in the driver.

Data goes to standard output, progress and failures to standard error.
"""

from giaotrinh.cli.app import main

__all__ = ["main"]
