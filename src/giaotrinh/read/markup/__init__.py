"""The body of a module: Markdown with `:::{name}` blocks and roles, every character with its place.

counting    Numbers of headings, tables, pictures, questions and tasks, given in the order of the page before any
            filtering.
exemption   Comment lines: `% giaotrinh: allow CODE "reason"` grants an exemption, any other is the author's own and
            dropped.
fences      Lines of a module's body -> nested `:::{name}` blocks and the text between them.
frame       What stays the same while the body of one module is read, and what a block inherits from those around it.
inline      Markdown inside a paragraph -> inlines with their exact places, roles included.
lines       The lines of a body sorted into text, comments, code and `:::` fences.
markdown    Chunks of Markdown -> plain blocks: paragraphs, headings, lists, tables, quotations, code, pictures.
measure     Quantities of a paragraph, read over its words as a reader sees them and given to the run in which the
            number stands.
places      Where the characters of a piece of Markdown stand in the file it was cut from.
table_rows  Rows of a pipe table -> their cells, with the place of every character.
"""
