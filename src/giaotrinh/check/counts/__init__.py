"""Counts and sums: what is announced, listed, added up.

counts    Announced counts: "20 chỉ tiêu", "ba khâu đột phá" in source and course against the provisions there are.
lists     Lists against the number that announces them: "ba việc sau:" and three items; "95 = 45 + 15 + 15 + 10".
sums      Sums: equations in prose, total rows and columns of tables, shares that must make up a whole.
"""
