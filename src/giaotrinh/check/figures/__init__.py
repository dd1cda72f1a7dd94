"""Whether every number of a course is the one its source states.

called      Which figure the words around a {value} mean: the named figures of one unit compete for them.
commas      Decimal commas that were lost: "chỉ số 08" where the cited provision has "chỉ số 0,8".
comparison  Comparing two quantities: value and unit, each by itself.
exchange    Numbers of one passage beside each other: two in each other's place, one given twice where two are told
            apart.
fidelity    Fidelity: every quantity of the course against what the sources state.
judging     Judging one quantity of the course against the statements of the sources.
management  Numbers that are nobody's fact, as those of the running of a class; numbers that are hardly met by chance.
metric      What a number measures, as the words around it say: the basis for comparing like with like.
milestones  Milestones: the year of a goal, an orientation, a vision is the one the sources give it.
outcome     How a quantity of the course stands to the sources.
printed     Figures printed by {value}: the number is right by construction, the words around it may still be wrong.
qualifiers  Named figures keep the words that say how far: `{value}` prints a number alone, its author writes "trên".
repeated    One figure called twice where two are told apart: in a sentence, or in the items of a list.
slips       Slips: a provision cited near has the number, but for its power of ten, one end, its unit, its count of
            things.
writing     How numbers are written: a range goes up, a comma opens decimals.
"""
