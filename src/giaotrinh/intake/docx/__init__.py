"""Word documents, read from their own XML.

document        Word documents (.docx): paragraphs with the numbers Word prints, tables as rows, everything else
                reported.
number_formats  Numbers as a word processor prints them in lists.
numbering       Numbers that Word prints before paragraphs: they are in no text and have to be counted.
package         The parts of a Word package: parsed XML, and the parts one part is related to.
styles          Styles of a Word document: what a paragraph or run gets from its style and the styles below it.
text            The text of Word paragraphs: runs with their fonts, fields, tracked changes, notes, boxes.
"""
