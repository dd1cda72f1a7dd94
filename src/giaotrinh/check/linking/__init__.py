"""Every name a course calls is looked up once, before anything is checked.

calls     What a module and the question bank call by name: provisions, figures, terms, blocks, references, pictures.
link      Linking: every name a course calls is looked up once; unknown names are errors with the nearest known one.
naming    Names in lists, and the nearest path of a source for one that is unknown.
pictures  Pictures that cannot be printed as they are: found where they are called, before anything is laid out.
"""
