"""What a provision is called, what it says and what it holds: read from its own words, for lessons and questions alike.

casing   Headings printed in capitals, in the letters the source itself uses where it is not shouting.
duties   Who is to do what: the duties a source gives to named bodies, as it writes them.
formal   What a meeting decided about itself: elections, votes, reports approved, thanks; and the frame of legal texts.
matter   What provisions hold that a class can work on: who is to act, by when, save when, how much.
wording  Words taken from provisions: whole, or a heading, or marked with […] where something was left out.
"""
