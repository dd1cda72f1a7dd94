"""Markdown and plain text, in lines of any length.

document        Markdown and plain text -> paragraphs with their markers, and an account of every character.
draft_lines     Lines of a text file on their way to paragraphs, and the account of what is left out on the way.
flat_tables     Tables whose cells came out one below the other: rows are found again by the numbers that count them.
furniture       What stands around the words of a text file: front matter, page marks, running heads, signatures, rules.
markdown_signs  Markdown in a text: bold, headings, escapes, links. What stands for looks leaves the words and is
                accounted for.
paragraphs      Lines joined to paragraphs: some files break a sentence every eighty characters, some never.
run_in          Markers in the middle of lines: a PDF page that came out as one line is cut into its paragraphs again.
runs            Text runs of a PDF that came out one a line: put together to words again, judged by the shape of
                syllables.
text_tables     Tables in text files: Markdown rows, cells on lines of their own, letterheads and signatures set as
                tables.
"""
