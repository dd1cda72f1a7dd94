"""What a PDF page draws beside letters: ruling lines and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_MOST_OBJECTS = 30_000
"""Drawn objects looked at on a page; a map or a drawing has more, and is no table."""
_FORM_DEPTH = 3
_THIN = 2.5
"""Points: a filled shape thinner than this is a line."""

_WHITE = 250
"""Level, 0 to 255, above which all three colours paint nothing one sees on white paper."""

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line, horizontal or vertical."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """What a page draws beside letters, turned upright."""

    rules: list[Rule]
    fills: list[Box]
    """Filled areas that are not white, and pictures: white letters show on them."""
    picture: float
    """Share of the page that pictures cover, from 0."""


def drawn_shapes(page: Any, box: Box, turn: int) -> Shapes:
    """Return the ruling lines, filled areas and pictures of a page whose own edges are `box`."""
    import pypdfium2.raw as raw

    rules: list[Rule] = []
    fills: list[Rule] = []
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    picture = 0.0
    for kind, shape, matrix in _objects(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _IDENTITY, 0):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            picture += _area(shape) * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / area
            fills.append(Rule(*box))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            rules += (_turned_rule(rule, box, turn) for rule in _rules_of(shape, matrix))
            fills += (_turned_rule(area, box, turn) for area in _fill_of(shape, matrix))
    areas = [(one.x0, one.y0, one.x1, one.y1) for one in fills]
    return Shapes(rules=rules, fills=areas, picture=picture)


def _fill_of(shape: Any, outer: Matrix) -> Iterator[Rule]:
    """Yield the area of a path that is filled with a colour one sees on white."""
    import pypdfium2.raw as raw

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(shape, mode, stroke) or not mode.value:
        return
    levels = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(shape, *levels) or min(level.value for level in levels[:3]) >= _WHITE:
        return
    if points := list(_points(shape, _product(_matrix(shape), outer))):
        xs, ys = [x for _, x, _ in points], [y for _, _, y in points]
        if max(xs) - min(xs) > _THIN and max(ys) - min(ys) > _THIN:
            yield Rule(min(xs), min(ys), max(xs), max(ys))


def _objects(holder: Any, count: Any, get: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    import pypdfium2.raw as raw

    for index in range(min(count(holder), _MOST_OBJECTS)):
        shape = get(holder, index)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            inner = _product(_matrix(shape), matrix)
            yield from _objects(shape, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            yield kind, shape, matrix


def _matrix(shape: Any) -> Matrix:
    import pypdfium2.raw as raw

    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(shape, found):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _product(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _area(shape: Any) -> float:
    import pypdfium2.raw as raw

    sides = tuple(ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(shape, *sides):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return abs((right - left) * (top - bottom))


def _rules_of(shape: Any, outer: Matrix) -> Iterator[Rule]:
    """Yield the straight horizontal and vertical strokes of a path, and thin filled shapes as one stroke."""
    points = list(_points(shape, _product(_matrix(shape), outer)))
    if not points:
        return
    xs, ys = [x for _, x, _ in points], [y for _, _, y in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
        yield Rule(x0, y0, x1, y1)
    elif _is_stroked(shape):
        for (_, ax, ay), (moves, bx, by) in pairwise(points):
            if not moves and (abs(ax - bx) <= 0.5 or abs(ay - by) <= 0.5):
                yield Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _points(shape: Any, matrix: Matrix) -> Iterator[tuple[bool, float, float]]:
    """Yield (whether the pen moves there without drawing, x, y)."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(shape), 200)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        a, b, c, d, e, f = matrix
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        moves = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        start = point if moves or start is None else start
        yield moves, *point
        if raw.FPDFPathSegment_GetClose(segment):
            yield False, *start


def _is_stroked(shape: Any) -> bool:
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, fill, stroke)) and bool(stroke.value)


def _turned_rule(rule: Rule, box: tuple[float, float, float, float], turn: int) -> Rule:
    left, bottom, right, top = box
    ends = {
        0: (rule.x0 - left, rule.y0 - bottom, rule.x1 - left, rule.y1 - bottom),
        90: (rule.y0 - bottom, right - rule.x1, rule.y1 - bottom, right - rule.x0),
        180: (right - rule.x1, top - rule.y1, right - rule.x0, top - rule.y0),
        270: (top - rule.y1, rule.x0 - left, top - rule.y0, rule.x1 - left),
    }[turn]
    return Rule(*ends)
