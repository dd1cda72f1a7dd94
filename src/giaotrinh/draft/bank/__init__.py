"""Drafting of questions: a source and the provisions of a module in, questions of the bank out.

known        what is known of a source as a whole: parents, roles, times, numbers
ground       what all kinds draft from: what a module teaches, how the source is named and quoted
clauses      sentences and their parts, with the quantities in them
values       wrong answers for a number, from the same source
figures, pairs, deadlines, bodies, lists, exceptions  what has one right answer: it stays in the bank
essays, cases, guide                          tự luận with marking guides
choice       what varies, decided by digest: same input, same questions
file         questions -> the YAML of course/questions/<module>.yaml
"""
