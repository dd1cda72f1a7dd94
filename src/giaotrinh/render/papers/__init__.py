"""What each kind of paper takes from a course: books, handouts, slides, plans, lists.

cards        What templates are told about the course and its modules: facts ready to print, nothing of others.
concordance  Provisions and the pages that use them: the concordance of a book, and the coverage table for instructors.
excerpts     What other papers than the book take from a module: its short forms, and blocks of a kind wherever they
             stand.
facing       Facing pages: the instructor's notes, one printed page for each page of the body, with letters a, b, c.
foreword     The foreword: Markdown of the course file -> safe HTML with typography.
lesson       The content of a lesson as its plan goes: for each step the headings, what is shown, and the lecturer's
             own words.
plan         The lesson plan of a module with its running clock, from the time rules of the course.
registers    What the front and back of a book list: sections, framework, glossary, sources, exemptions.
roster       DANH SÁCH KÝ TÊN: who is to sign on a day of the course, from the roster of a class or with blank lines.
slides       Slides: the short forms of a module for the screen, in order, each with its source and its place in the
             book.
speaking     Slides with what the lecturer says beside them: the notes of a module, each at the slide that is on the
             screen.
timetable    LỊCH HỌC: the sessions of the course with the days, hours, lecturers and halls of a class, where they are
             known.
"""
