"""One file for each command that is neither a build nor an import.

action_plan      `giaotrinh gather`: filled worksheets become the draft of a programme or plan, each row with its
                 provision.
cleaning         Removes what was built, and nothing else.
coverage_report  What of the sources is taught, practised and tested, and on which printed page: as data, CSV and a
                 page.
doctor           Examines the machine: Python, Pango, fonts and their Vietnamese letters, write access, a sample page.
draft_keeping    What stands where a draft would write: course/draft.lock says what draft wrote; a file that differs is
                 a person's.
draft_pieces     What a draft is made of, and what of it is new.
drafting         `giaotrinh draft`: a source and a plan become course files, never over a file a person has touched.
drafting_clean   A draft passes `check`: what it is sure to be wrong is taken out, and its place told.
drafting_plan    Which plan a course is drafted by: the one asked for, else the shortest that holds what the source
                 teaches.
imposing         `giaotrinh impose`: a finished file laid on sheets for the copy room.
reviewing        `giaotrinh review`: places that lean on provisions, and the record of who compared them when.
schemas          Writes the JSON schemas: of the course files, for editors that complete and check them, of the
                 manifest and of verdicts.
signatures       Signatures put on a finished file: by whom, and whether what they cover is what was signed.
starting         Makes a new course project from the starter the program carries.
verdict_report   What `giaotrinh verify --json` writes; the types are the schema.
verifying        `giaotrinh verify`: which edition a file is, whether it was altered, whether it is behind the sources
                 of today.
"""
