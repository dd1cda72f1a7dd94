"""The command line: one short command per file, all work in the driver.

Data goes to standard output, progress and failures to standard error.

app           The program's options, and what every command shares: language, failures, exit codes.
commands      The commands, each a few lines over the driver, and the program from its start to its exit code.
covering      `giaotrinh coverage`.
drafting      `giaotrinh draft`: a resolution becomes the first draft of a course.
gathering     `giaotrinh gather`: filled worksheets become the draft of a programme or plan.
imposing      `giaotrinh impose`: a finished file laid on sheets for the copy room.
importing     `giaotrinh import` and `giaotrinh source`: documents from outside become sources, and are looked at again.
interrupting  Ctrl+C is never lost: where Python drops the exception it raises, the next step of the work raises it
              again.
previewing    `giaotrinh preview`.
reviewing     `giaotrinh review`: one place after the other, with what changed, until somebody says it was compared.
showing       What people see: findings, progress, the closing table, the doctor's list.
verifying     `giaotrinh verify`.
"""

from giaotrinh.cli.commands import main

__all__ = ["main"]
