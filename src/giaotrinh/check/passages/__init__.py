"""What checks read: the words of a course as passages, the provisions they lean on, what the sources state.

knowledge  What checks know of the sources of a course, worked out once: statements, wordings, documents, names.
library    The words of provisions, split once and looked up by address.
memory     Results kept in a process that lives on: what nothing has changed for is not worked out again.
passage    Passages: the words of a course as checks read them, with their places, quantities and citations.
reading    Reading the words of a course into passages: modules block by block, then the fields of YAML.
scope      Scopes: which provisions a passage leans on, from its own citations outwards to those of its module.
scopes     Gathering the scopes of passages from the citations of blocks and sections.
statement  Statements: every quantity of every source with what it measures, found again by value or by words.
subject    What checks look at: one module of a linked course with its questions, or the course data with its sources.
"""
