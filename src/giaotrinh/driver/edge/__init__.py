"""Where the program meets the machine and people: folders, whole files, exit codes, wordings.

environment  The packages the program runs on: whether they are whole, and what is done where they are not.
exchange     Two files exchange their names in one step of the system, so that what somebody wrote is not lost.
failure      What stops the program for reasons outside the course, each with its exit code.
faults       Keeps the report of a fault of the program where the next person can find it.
history      Versions of course files as they were before each save, kept by age and size.
limits       Limits of this process, within those the machine has set.
machine      What the machine refuses, as failures with their remedy.
messages     The wording of diagnostics and failures: one table per code in `*.vi.toml` and `*.en.toml`.
patience     Work in this thread that is stopped when it takes too long.
project      Where a project stands, what the program carries, and the snapshot of both.
reading      Files that people name: read whole and in time, or refused.
report       Diagnostics for people and machines: human with source line and caret, short, json, github.
reports      Pages the driver itself writes: the report and the sign-off sheet of an import.
writing      Files that are whole or absent, and the locks on a folder.
"""
