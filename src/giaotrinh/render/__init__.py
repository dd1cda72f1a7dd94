"""Render: a curriculum, a part of an edition and templates -> the HTML job that prints it. Pure.

    view          what this reader may see; everything else is absent from the values below
    composition   what setting one part needs, and what it gathers: findings, assets, ids of blocks
    inline nodes  inlines -> HTML, blocks -> nodes with all words set (typography, places, figures)
    targets provisions charts   what is drawn from the sources
    cards registers plan facing what parts list: modules, contents, concordance, lesson plan, facing notes
    context       the values a template is given
    environment   the sandbox; broken and forbidden templates become diagnostics
    grey          a job without colour
    part          the facade

The look of every block is a small template in templates/base/blocks/; geometry and words that must be right are Python.

papers  What each kind of paper takes from a course: books, handouts, slides, plans, lists.
style   What is done to the style and colours of a whole job after its parts are set.
"""

from giaotrinh.render.blocks.words import fixed_words
from giaotrinh.render.context import head_name
from giaotrinh.render.part import Rendering, facing_marks, render_part
from giaotrinh.render.style.grey import in_grey
from giaotrinh.render.style.large import in_large_print

__all__ = ["Rendering", "facing_marks", "fixed_words", "head_name", "in_grey", "in_large_print", "render_part"]
