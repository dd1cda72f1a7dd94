"""Diagnostic codes: every code there is, the stage that finds it, and whether a school may weigh it.

`error()`, `warning()` and `info()` refuse a code that is not here. Its wordings stand in the driver's message files.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Stage(StrEnum):
    """Where in a build a finding is made."""

    READING = "reading"
    CHECKING = "checking"
    LAYING = "laying"
    """Rendering and printing the parts of an edition."""
    BINDING = "binding"
    """Binding and proving a file; its findings have no place in the course that could hold an exemption."""
    IMPORTING = "importing"


_READING = """
allow-malformed !
allow-without-block
allow-without-reason !
block-unknown !
bold-left-open
code-unclosed !
column-missing !
column-unused
comment-in-paragraph
control-character !
course-missing !
date-malformed !
date-not-in-calendar !
edition-named-for-learners !
edition-unknown !
expected-list !
expected-mapping !
expected-number !
expected-text !
expected-true-or-false !
extends-circle !
fence-close-length !
fence-indented !
fence-longer-inside !
fence-malformed !
fence-same-length !
fence-stray-close !
fence-too-deep !
fence-unclosed !
figure-not-in-provision
figure-without-number
file-name-malformed !
file-name-repeats !
file-name-wrong !
file-not-listed
finding-firm
finding-unknown
form-without-space
front-matter-missing !
front-matter-unclosed !
group-of-one
heading-in-block !
heading-in-list !
heading-level
heading-skips
html-as-text
id-malformed !
id-repeated !
key-missing !
key-unknown !
learner-twice
learner-without-group
learner-without-name
link-refused !
listed-file-missing !
listed-twice !
look-alike-letter
markdown-rule !
number-too-small !
option-malformed !
option-misplaced !
option-missing !
option-not-number !
option-repeated !
option-unknown !
option-word-unknown !
page-unknown !
pages-missing !
part-malformed !
part-unknown !
plan-session-not-filled
plan-without-audience !
plan-without-content !
plan-without-theory !
provision-unknown !
provision-without-children
role-empty !
role-malformed !
role-taken-twice !
role-unknown !
role-without-target !
roster-empty
roster-twice !
roster-without-class
row-too-long !
sheet-unreadable !
source-file-missing !
table-malformed !
table-ragged
text-from-1258
text-not-utf8 !
text-too-large !
text-utf16 !
time-malformed !
timed-inside-timed !
value-refused !
word-unknown !
yaml-alias-unknown !
yaml-character !
yaml-colon !
yaml-empty !
yaml-indentation !
yaml-key-not-text !
yaml-key-repeated !
yaml-key-without-colon !
yaml-several-documents !
yaml-syntax !
yaml-tag !
yaml-too-deep !
yaml-too-many-aliases !
yaml-too-many-values !
yaml-unclosed !
"""
_CHECKING = """
acceptance-idle
action-cell-missing
action-cell-open
action-row-repeated
actor-differs
answer-empty
answer-in-name
answer-outside-block
answer-repeated
audience-unknown
blank-outside-handout
blank-too-long
citation-unresolved
class-at-two-places
class-ceremony-amid
class-far-away
class-on-holiday
class-on-sunday
class-out-of-order
class-too-long
class-too-short
code-date-differs
code-issuer-differs
item-not-in-provision
item-out-of-order
item-replaced
retelling-differs
code-kind-differs
code-not-cited
code-not-of-reference
code-title-differs
code-without-term
colour-alone
column-sum-differs
computed-differs
congress-unknown
contrast-low
count-differs
count-differs-in-source
count-not-met
date-differs
date-not-in-source
document-code-unknown
document-unknown
exemption-idle
exemption-without-reason
figure-base
figure-differs
figure-direction
figure-elsewhere
figure-horizon
figure-one-end
figure-origin
figure-period
figure-qualifier
figure-reach
figure-rounded
figure-text-without-qualifier
figure-uncited
figure-unit
figure-unknown
figures-ungrounded
gap-left
draft-left-gap
plan-stretches
plan-squeezes
hall-taken
horizon-unknown
keypoint-without-citation
issuer-differs
item-not-in-provision
item-out-of-order
item-replaced
retelling-differs
later-than-as-of
lecturer-spelt-twice
lecturer-taken
list-count-differs
metric-unknown
milestone-differs
minutes-do-not-add-up
minutes-missing
module-not-in-course
module-part-missing
name-differs
name-repeated
number-assumed
number-called
number-computed
number-format
number-mentioned
number-of-another
number-of-the-class
number-of-the-world
number-sourced
objective-not-measurable
objective-start-unusual
picture-broken
picture-holds-html
picture-kind
picture-missing
place-differs
points-do-not-add-up
points-not-in-steps
policy-word-unknown
post-without-date
print-behind
print-removed
print-set-aside
provision-not-covered
provision-not-taught
question-answer-differs
question-gap-differs
question-key-count
question-key-ungrounded
question-key-unknown
question-of-bank-shown
question-options-both-stand
question-options-equal
question-order-differs
question-pair-differs
question-sealed-shown
question-truth-differs
question-without-answer
question-without-cites
quotation-case
quotation-cut
quotation-differs
quotation-elsewhere
quotation-leaves-out
quotation-of-summary
quotation-out-of-order
quotation-without-source
range-reversed
reference-differs
reference-to-hidden
reference-unresolved
review-duplicate
review-orphaned
review-suspect
row-sum-differs
session-not-filled
shares-miss-whole
slide-incomplete
source-unknown
source-unread
structure-differs
sum-differs
term-differs
term-unknown
term-varied
timeline-without-time
value-called-twice
value-of-another-figure
value-without-qualifier
year-differs
"""
_LAYING = """
chart-figure-without-number
chart-mixed-units
chart-one-value
chart-shares-not-100
edition-secret !
edition-stopped !
engine-warning
glyph-missing !
handout-too-long
pages-do-not-settle !
print-crashed !
print-time-limit !
print-worker-died !
slide-overflows
slides-missing
template-broken !
template-forbidden !
template-missing !
"""
_BINDING = """
blank-told !
fragment-untagged !
ink-off-paper !
leak-by-block !
leak-in-file !
leak-on-page !
link-unresolved
overlay-crowded
overlay-missing
pdf-font-not-embedded !
pdf-language-missing !
pdf-page-count !
pdf-title-missing !
pdf-untagged !
read-back-differs !
read-back-order
"""
_IMPORTING = """
import-backup
import-count-differs
import-damaged
import-kept-edits
import-metadata-missing
import-moved
import-name-taken
import-no-structure
import-several
import-unaccounted
outline-deep
outline-empty
outline-gap
outline-glued
outline-heading-empty
outline-heading-guessed
outline-lead-in
outline-one-article
outline-repeated
outline-restarted
outline-starts-late
outline-unplaced
"""

STAGES: Mapping[str, Stage] = MappingProxyType(
    {
        code: stage
        for stage, codes in (
            (Stage.READING, _READING),
            (Stage.CHECKING, _CHECKING),
            (Stage.LAYING, _LAYING),
            (Stage.BINDING, _BINDING),
            (Stage.IMPORTING, _IMPORTING),
        )
        for code in codes.replace("!", "").split()
    }
)
"""Code -> stage."""

FIRM = frozenset(
    code
    for codes in (_READING, _CHECKING, _LAYING, _BINDING, _IMPORTING)
    for code, _, mark in (line.partition(" ") for line in codes.split("\n"))
    if mark
)
"""Codes nobody can lower or exempt: what could not be read is missing from the course, a leak or a lost word breaks a
promise. They are marked "!" above. A finding of such a code that is no error is weighed like any other."""

OFF = "off"
"""What a school writes instead of a severity for findings it does not want to see."""
