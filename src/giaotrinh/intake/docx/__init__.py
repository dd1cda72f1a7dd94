"""Word documents, read from their own XML.

document        Word documents (.docx): paragraphs with the numbers Word prints, tables as rows, everything else
                reported.
formulas        Formulas of Word (Office Math, ECMA-376 part 1, 22.1) in one line: 2/3, 10⁶, √16.
number_formats  Numbers as a word processor prints them in lists.
numbering       Numbers that Word prints before paragraphs: they are in no text and have to be counted.
package         The parts of a Word package: parsed XML, and the parts one part is related to.
signs           Signs that Word inserts from pictorial fonts, by the place they have there.
styles          Styles of a Word document: what a paragraph or run gets from its style and the styles below it.
text            The text of Word paragraphs: runs with their fonts, fields, tracked changes, notes, boxes.
"""
