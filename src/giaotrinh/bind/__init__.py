"""Binding: printed fragments become editions.

`plan` says which fragment page stands where and how it is labelled; nothing of a PDF is needed for that, so contents
and concordances can be printed with the right page numbers. `bind` joins the fragments to that plan: pages, structure
trees, bookmarks, links, page labels, and what is laid over pages (heads, numbers, note letters, stamps).
"""

from giaotrinh.bind.join import bind
from giaotrinh.bind.plan import in_order, plan

__all__ = ["bind", "in_order", "plan"]
