"""The driver: the only room with effects. It reads the disk, starts workers, writes what comes out.

project     where a project and what the program carries are found; the snapshot
fonts       the font files printing may use, and nothing else
engine      what names the printing engine in every cache key
worker      one WeasyPrint run, in a process that can be killed
printer     many runs: from the cache, in workers or in this process
cache       fragments on disk, named by digest
writing     files that are whole or absent, and the lock on build/
messages    the wording of diagnostics in two languages
report      diagnostics and the closing table, for people and for machines
preparing   reading, linking, checking
layout      an edition in rounds of rendering and printing until its page numbers settle
finishing   binding; proving: the finished file is examined
making      the recipe: prepare, lay out, bind, prove, deliver
record      what the last build was of, so that a build with nothing to do answers at once
build       the lock, the record, the recipe
"""
