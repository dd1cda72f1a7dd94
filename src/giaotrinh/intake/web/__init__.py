"""Web pages. Two files: the elements, and the document among them.

page  Web pages: the document without the site around it.
tree  The elements of a web page, and which of them hold the document.
"""
