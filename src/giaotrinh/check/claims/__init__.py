"""What every number of a course is taken for, and what is made of it.

claim      Claims: what a number is taken for, how sure that is, and what it was compared with.
claiming   Taking the numbers of a passage for what they are, one after the other.
computing  Numbers an author worked out from others: whether they follow.
facets     What a right number is said of: its direction, base, period, origin and range of comparison.
governing  Which provisions answer for a number: those its sentence cites, else its paragraph, its list, its section.
numbers    The numbers of a passage as its reader takes them: in digits, in words, and as places in a ranking.
supposing  Numbers that are said of no fact: supposed for an example, or shown as wrong.
telling    What each number is taken for, told one by one.
verdict    The verdict on one number: the table of decisions of docs/claims.md.
weighing   Weighing a number against the statements that answer for it.
years      Years a text sets: the deadline or the period is the one that the provisions it cites, or its source, have.
"""
