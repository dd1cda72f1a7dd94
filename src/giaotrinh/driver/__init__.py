"""The driver: the only room with effects. It reads the disk, starts workers, writes what comes out.

build   A build, step by step: prepare, lay out, bind, prove, deliver; and what is kept from one build to the next.
print   Jobs become fragments: worker processes, the engine and its fonts, and the store of what was printed.
intake  An import: a stranger's file is parsed in a process that can be killed, and its proposal written as a source.
tasks   One file for each command that is neither a build nor an import.
edge    Where the program meets the machine and people: folders, whole files, exit codes, wordings.
live    A course kept open: read and printed again as its files change, the last good pages kept.
"""
