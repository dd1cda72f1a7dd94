"""`python -m giaotrinh` is the same program as `giaotrinh`."""

from giaotrinh.cli import main

main()
