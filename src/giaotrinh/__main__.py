"""`python -m giaotrinh` is the same program as `giaotrinh`."""

import sys

try:
    from giaotrinh.cli import main
except ImportError as problem:  # a package that every command needs is missing or broken
    from giaotrinh.driver.edge.environment import report_damage

    sys.exit(report_damage(problem))

main()
