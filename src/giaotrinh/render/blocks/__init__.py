"""Blocks and inlines of a module as safe HTML, with Vietnamese typography.

figures     Figures as printed: with the qualifier in tables and charts, without it where the author's sentence has it.
glyphs      The characters of folios: one a page, each page as wide as the character, to be put together at binding.
inline      Inlines -> safe HTML: marks, roles, footnotes, with typography applied to every run of words.
metrics     Advance widths of Arimo (metrically Arial), to lay out chart labels and cut the boxes of folio glyphs.
nodes       Blocks -> nodes: what the template of each kind of block draws, with all words already set.
origins     Where figures and provisions of a sample source were seen and how sure that is, in the words that print.
pictures    Pictures as the printing engine takes them: eight bits a colour, no more dots than paper shows, a plain
            address.
places      Where something stands in a source, in the words of a printed citation.
provisions  Drawn provisions: the words of a source, marked as its own or as a summary of ours.
targets     The drawn table of targets: metric, unit, one column for each horizon, notes on origin and confidence.
typography  Vietnamese typography: characters as a compositor would set them, and runs that a line must not break.
words       The fixed words of the printed page that Python needs; all others stand in the templates.
"""
