"""Preview: a door to a course that is open in the browser of the one who writes it.

serving     starts the server, watches the course, opens the browser
desk        the thread that reads and prints when files change
app         the addresses
shared      answers for everybody who may open the preview
instructors answers that learners have no address for
site        what the answers are made from
guard       who may ask: this machine's own pages, with a token for whatever changes something
hosts       the names by which the server may be called
prompt      connections that do not ask are let go
state       what the overview shows: modules, framework, files, pages
findings    findings with their place on the page and the provision beside
blocks      a block's source text, out to the page and back into the file
lookup      search, and where a provision is taught and printed
reviews     places whose provision changed since somebody compared them
presenting  slides with notes and the clock of the lesson plan
pictures    pages as PNG, drawn when asked for
events      what open pages are told
quick       the HTML of blocks that changed, before their pages are printed
printing    a real build of one edition or module, with its progress, and the files it made
pages/      the shell, its scripts and style; nothing comes from a network

Starlette, uvicorn and watchfiles are imported inside functions: `giaotrinh --help` answers without them.
"""
