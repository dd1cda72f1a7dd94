"""The model -> files that people go on working with in other programs.

action_plan   a sheet of rows -> the draft of a programme or plan
word          paragraphs and tables -> a Word document
"""

from giaotrinh.export.action_plan import action_plan

__all__ = ["action_plan"]
