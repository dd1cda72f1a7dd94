"""What a course must hold, and whether its parts fit together: structure, time, classes, coverage, reviews.

action_plan  Rows of an action plan: complete enough to be drafted, each with a provision that exists, none twice.
classes      Classes: the calendar of every class against the course, the days off and the other classes.
colours      Colours of templates: words that can be read on their ground, parts of a drawing that differ in grey too.
coverage     Coverage: what of each source is taught, practised and tested, against what the school asks for.
days_off     Days off of a year: public holidays with Tết and the day of the Hùng kings, days in their stead.
marking      Marking guides: their lines are whole steps and add up to the points of the question.
objectives   Objectives: they begin with a verb that can be seen done, or with an attitude; never with "hiểu", "nắm
             được".
people       Whether two names written in class files mean one person: titles are no part of a name.
review       Reviews: fingerprints of provisions as they were when a person last compared the course with them.
structure    Structure: what every module must hold, and what its parts must hold.
timing       Timing: minutes of activities against periods, modules against sessions. Nothing is rescaled in silence.
"""
