"""A document from outside -> a proposal of a source: its words, its tree, what it says of itself, what is doubtful.

carrier   What all carriers share: the extraction they give, limits, repairs of characters, and the account of every
          character.
docx      Word documents, read from their own XML.
pdf       PDF files with a text layer, from the letters of their pages.
plain     Markdown and plain text, in lines of any length.
proposal  What an import proposes about a text: metadata, roles, counts, named figures; and how versions compare.
web       Web pages. Two files: the elements, and the document among them.
"""
