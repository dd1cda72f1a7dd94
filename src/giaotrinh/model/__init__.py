"""The floor: what things are. Imports the standard library only.

span, diagnostic       where something stands, what is wrong with it
snapshot               the files of a project, read once
text                   Vietnamese normal form, folding, sorting
quantity, source       numbers as written, named figures, the tree of provisions
document, course       the text of a module, the data of a course
curriculum, coverage   the course linked to its sources, and what of them it covers
edition, fragment      what is printed for whom, what came out of the printer
"""
