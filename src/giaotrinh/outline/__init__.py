"""The floor of documents: a text with printed numbering as a tree of provisions, and the figures it states.

addresses    Addresses of provisions: the labels as printed, joined by dots.
casing       Words in capitals as sentences write them: names keep the capitals of the running text.
figures      Quantities of a whole source: each provision's own figures, with the horizon its headings give.
headline     A heading that tells everything in one line: kind, number, date, body and subject of the document.
headings     Which lines open and close the parts of a document: letterheads, attached texts, closings.
markers      Markers at the start of a paragraph: "Điều 5.", "II-", "1.1.", "đ)", "(1)", "-", "Một là,".
metadata     What the letterhead and the closing of a document say about it: number, date, issuer, place, signer, title.
nesting      Where a marker stands among the open provisions of a text.
places       Where something stands in a source, in words: "mục II.1.c", "Điều 5, khoản 2, điểm a".
row_figures  Quantities in the rows of a table of targets: the number in one cell, its unit and its time in others.
sequence     What looks wrong in the numbering of a text: labels that are missing or come twice.
tree         A resolution's text as a tree of provisions with addresses.
"""
