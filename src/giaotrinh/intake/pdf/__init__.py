"""PDF files with a text layer, from the letters of their pages.

annotations  What people put on top of a PDF page: values of form fields, free text, notes. It is reported, never read
            as text.
columns     Rows of a PDF page -> lines in reading order: text side by side is read column by column.
document    PDF files with a text layer: lines joined to paragraphs, tables as rows, page furniture reported.
furniture   Lines of PDF pages that are no part of the document: running heads, page numbers, signatures laid over
            pages.
lines       Letters of a page -> lines: blanks found, notes raised above the line marked, wide gaps kept apart.
looks       How the letters of a PDF page are painted: what nobody sees on paper is no text of the document.
notes       Footnotes of PDF pages: small lines at the foot, and the raised digits that call them.
page        What a PDF page draws: letters with their boxes, ruling lines, pictures. Lengths in points, y grows upwards.
page_parts  What a PDF page holds: letters with their boxes and looks. Lengths in points, y grows upwards.
paragraphs  Lines of PDF pages -> paragraphs: which line goes on, which begins anew.
shapes      What a PDF page draws beside letters: ruling lines and pictures.
tables      Tables of a PDF page: found by their ruling lines, read cell by cell.
unseen      Letters of a PDF page that a reader of the paper does not see, or sees struck through.
"""
