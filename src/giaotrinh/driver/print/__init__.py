"""Jobs become fragments: worker processes, the engine and its fonts, and the store of what was printed.

cache          Fragments on disk, named by the digest of everything they depend on; a damaged entry is a miss.
engine         What names the printing engine: versions and fonts that decide the printed bytes.
fonts          The font files printing may use, taken by path and kept apart from whatever else the system offers.
line_breaking  Mends a fault of WeasyPrint 70 in breaking lines.
loading        Imports WeasyPrint without the compiler.
printer        Jobs -> fragments: from the cache, else printed by killable workers or in this process.
worker         One WeasyPrint run, in a process that can be killed.
"""
