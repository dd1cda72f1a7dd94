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
"""
