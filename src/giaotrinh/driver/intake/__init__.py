"""An import: a stranger's file is parsed in a process that can be killed, and its proposal written as a source.

converting  Other programs an import may use when they are found: LibreOffice for old formats, tesseract for pictures.
delivery    What an import hands to people beside the source: the report, the sign-off sheet; and sources looked at
            again.
extracting  Parses a stranger's file in a process of its own, killed when it takes too long or too much memory.
importing   Import: a file from outside becomes course/sources/<id>; nothing changes there unless the whole import
            succeeded.
keeping     What stands in the folder of a source before an import: a person's edits survive it or stop it.
naming      The id of a source: a document has one, and two documents never share one.
record      The files an import writes beside the text: import.json (origin of every line, what was left out),
            source.yaml.
report      The report of an import for people: everything a person has to compare, with lines to sign.
"""
