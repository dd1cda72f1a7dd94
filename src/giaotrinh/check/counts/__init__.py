"""Counts and sums: what is announced, listed, added up, worked out.

arithmetic  Calculations an author writes out: products, differences, powers, shares, steps from one number to another.
counts      Announced counts: "20 chỉ tiêu", "ba khâu đột phá" in source and course against the provisions there are.
lists       Lists against the number that announces them: "ba việc sau:" and three items; "95 = 45 + 15 + 15 + 10".
structure   What a text says of the build of its source: how many parts, which one, under which number.
sums        Sums: equations in prose, total rows and columns of tables, shares that must make up a whole.
"""
