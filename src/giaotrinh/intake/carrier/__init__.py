"""What all carriers share: the extraction they give, limits, repairs of characters, and the account of every character.

breaks      Line breaks inside a paragraph: which of them begin a new paragraph, and strokes that are only drawn.
characters  Repairs of single characters that lose nothing, and a tally of characters that they leave unchanged.
choosing    Bytes of any file -> an extraction, by what the file is and not by what it is called.
damage      Where letters were lost: places a person must look at, because nothing can mend them for sure.
extraction  What a carrier (docx, pdf, html, ...) gives: paragraphs with their origin, and an account of every
            character.
gathering   What all carriers do with the lines they find: clean, mend, account for, look for damage.
legacy      Old Vietnamese code pages, as word processors keep them: bytes shown as Latin letters of a font that
            redraws them.
limits      Limits a file from a stranger must keep before any parser sees it.
raised      Figures printed small above the line: kept apart from the digits before them, so that 10⁶ is never 106.
spaces      Blanks that a PDF put inside words and numbers: "phức tạ p", "l iên tục", "8 ,5%", "khoá XI V".
tables      Tables of a carrier: those that hold data become rows, those that only place text become paragraphs.
"""
