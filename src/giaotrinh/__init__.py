"""giaotrinh compiles a training course from a resolution into printed books.

The pipeline, each step a package of that name, in this order:

read     files -> course, sources, modules (`giaotrinh.read`)
check    linking, then findings about figures, quotations, counts, coverage, time (`giaotrinh.check`)
render   what one reader may see -> HTML of the parts of an edition (`giaotrinh.render`)
print    HTML -> PDF fragments, in worker processes, only what changed (`giaotrinh.driver`)
bind     fragments -> editions with one numbering (`giaotrinh.bind`)
prove    the finished files are opened and examined (`giaotrinh.prove`)

`giaotrinh.model` is the floor they all stand on; `giaotrinh.driver` is the only package with effects;
`giaotrinh.cli` is the door.

__main__  `python -m giaotrinh` is the same program as `giaotrinh`.
draft     Drafting: a resolution and a plan in, the files of a complete first course out. By rule, never by chance.
export    The model -> files that people go on working with in other programs.
intake    A document from outside -> a proposal of a source: its words, its tree, what it says of itself, what is
          doubtful.
outline   The floor of documents: a text with printed numbering as a tree of provisions, and the figures it states.
preview   Preview: a door to a course that is open in the browser of the one who writes it.
viet      The floor of the language: one reading of numbers, units, times, codes and syllables, as values of the model.
"""
