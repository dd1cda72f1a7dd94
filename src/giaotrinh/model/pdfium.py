"""pdfium is not made for threads: two at once crash the process, even over different documents."""

from threading import Lock

PDFIUM = Lock()
"""Held by whoever calls pdfium in a process with threads, no longer than a page takes."""
