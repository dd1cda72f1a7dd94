"""The floor: what things are. Imports the standard library only.

span, diagnostic       where something stands, what is wrong with it
snapshot               the files of a project, read once
text                   Vietnamese normal form, folding, sorting
quantity, source       numbers as written, named figures, the tree of provisions
document, course       the text of a module, the data of a course
curriculum, coverage   the course linked to its sources, and what of them it covers
edition, fragment      what is printed for whom, what came out of the printer

action_plan  Rows of an action plan (chương trình, kế hoạch hành động) as worksheets give them.
blocks       Kinds of blocks: one record for each says who sees it, how it is counted, drawn and judged.
codes        Diagnostic codes: every code there is, the stage that finds it, whether a school may weigh it.
colour       Colours as style sheets and drawings write them: "#7d1522", "rgb(125 21 34 / 50%)", "maroon".
drafting     What drafting takes and gives: a plan that a school can write, and the files of a drafted course.
nearest      The known name most like an unknown one.
pdfium       pdfium is not made for threads: two at once crash the process, even over different documents.
proof        What was proved of a finished file, for the manifest.
reading      What a reader hands back: the value, and what was wrong with the file.
timetable    The sessions of a course and when those of a class are held.
view         What one reader may see of a course, built before any template runs.
"""
