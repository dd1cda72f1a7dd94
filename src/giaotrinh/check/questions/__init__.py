"""Questions and their answers, in the bank and in modules alike, and what of them a learner may not meet.

asked     The questions of a part of a course as one kind of thing, wherever they were written.
evidence  How well words stand in the provisions a question cites.
keys      Keys name options, as many as the kind of question wants; options differ; answers agree with keys.
grounds   Keys against the provisions a question cites.
answers   Answers outside their place: empty, told in a learner's block, repeated word for word, called by a reference.
sealed    Questions of the bank that a learner's paper already shows.
"""
