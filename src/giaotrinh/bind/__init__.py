"""Binding: printed fragments become editions.

`plan` says which fragment page stands where and how it is labelled; nothing of a PDF is needed for that, so contents
and concordances can be printed with the right page numbers. `bind` joins the fragments to that plan: pages, structure
trees, bookmarks, links, page labels, and what is laid over pages (heads, numbers, note letters, stamps).

archive   What PDF/A-2a asks for besides PDF/UA-1: the meaning of colours, blending in that space, annotations that
          print.
imposition
          Pages of a finished file laid on sheets: booklets to fold and staple, several pages to a side.
join      The recipe of binding: printed fragments in, one finished file out.
marks     What others put on a finished file beside its pages: a reader's marks, and fields for signatures.
mend      What the engine leaves out of a tagged fragment, put in before fragments are joined.
metadata  What a finished file says of itself: title, language, page labels, the mark of PDF/UA-1.
outline   Bookmarks: those of the fragments in the order of the pages, a module's parts below its title.
overlay   What is laid over pages without printing them again: running heads, page numbers, note letters, stamps, ruled
          pages.
reach     Everything of a file that is drawn or acted on, as one digest that no way of storing it changes.
seal      What a finished file says of its own making, so that a copy can be told from another and from an altered one.
share     Fonts and pictures that several fragments embed with the same bytes, kept once.
statements
          What the metadata of a file states, whichever way it is spelt.
"""

from giaotrinh.bind.join import bind
from giaotrinh.bind.plan import in_order, plan

__all__ = ["bind", "in_order", "plan"]
