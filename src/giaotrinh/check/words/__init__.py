"""Whether words are the source's own: quotations, terms, blanks, gaps.

blanks      Blanks of guided notes: words a learner writes while listening, in handouts alone, short enough for one
            line.
gaps        Gaps a draft leaves for a person: "[cần bổ sung: tên trường]". They print as they stand until somebody
            fills them.
comparing   Comparing words that claim to be the source's with its wordings.
cutting     Quotations that begin behind the word that turns or softens them.
items       Items of an enumeration beside the cited provision: strange ones, another order.
marked      Words in quotation marks in prose: which of them claim to be the source's.
quotations  Quotations: word for word what the source says.
replaced    Enumerations in the source's own words of which one item is another.
retelling   Sentences that follow the cited provision word for word, with another word in one place.
segment     What claims to be the source's words, parted where it says that something is left out.
terms       Terms that are never varied: who writes "ba mũi đột phá" for "ba khâu đột phá" has changed the resolution's
            words.
wording     Words of a text with their places, and where two wordings first part.
"""
