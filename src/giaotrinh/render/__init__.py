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
"""

from giaotrinh.render.context import head_name
from giaotrinh.render.grey import in_grey
from giaotrinh.render.large import in_large_print
from giaotrinh.render.part import Rendering, facing_marks, render_part
from giaotrinh.render.words import fixed_words

__all__ = ["Rendering", "facing_marks", "fixed_words", "head_name", "in_grey", "in_large_print", "render_part"]
