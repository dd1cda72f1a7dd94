"""Web pages: the elements, the document among them, and its lines.

blocks        The elements of a document in a web page -> lines: list numbers, notes, raised figures, tables.
grids         The rows of a table of a web page, with the cells that span rows or columns.
lists         Numbers that a browser draws before list items: from attributes, styles and the page's own style sheet.
notes         Footnotes of web pages, by the addresses their marks point to.
page          Web pages: the document without the site around it.
surroundings  Which parts of a web page are the document, and which the site around it.
tree          The elements of a web page as they are read: what is never drawn is gone, words are weighed.
"""
