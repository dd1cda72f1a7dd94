"""The files of a course, one reader for each kind.

action_rows      Filled worksheets -> rows of an action plan: YAML (`rows:`) or CSV with the heads of the printed sheet.
classes          course/classes/*.yaml -> the classes that take the course. What is not yet known is left out of the
                 file.
course           course/course.yaml -> the course data.
draft_plan       A plan file -> the plan a course is drafted by: `giaotrinh draft --plan FILE`.
front_matter     The YAML between two `---` lines at the head of a module, parted from the body.
module           A file of course/modules -> a Module: front matter, blocks with ids, numbers and places.
options          The options of a block against the vocabulary: unknown, repeated, missing, of the wrong kind.
questions        course/questions/*.yaml -> the questions of the bank.
roster           course/classes/<class>.csv -> the learners of a class, as a spreadsheet saves them.
source_settings  A folder of course/sources -> a Source: the tree of text.txt with roles, notes and figures of
                 source.yaml.
vocabulary       The options of every `:::{name}` block and the values they take.
"""
