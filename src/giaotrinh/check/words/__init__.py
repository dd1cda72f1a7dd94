"""Whether words are the source's own: quotations, terms, blanks, gaps.

blanks      Blanks of guided notes: words a learner writes while listening, in handouts alone, short enough for one
            line.
gaps        Gaps a draft leaves for a person: "[cần bổ sung: tên trường]". They print as they stand until somebody
            fills them.
quotations  Quotations: word for word what the source says.
terms       Terms that are never varied: who writes "ba mũi đột phá" for "ba khâu đột phá" has changed the resolution's
            words.
wording     Words of a text with their places, and where two wordings first part.
"""
