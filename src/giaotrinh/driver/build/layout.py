"""One edition on its way through rendering and printing, in rounds until its page numbers settle.

The parts that print page numbers (contents, concordance, facing notes) need the page map, which needs the lengths of
all parts, their own included. The first round prints the parts that ask for no page numbers; the second prints the
others over the page map so far, beside what is laid over pages; each later round renders them again and prints what
changed. Every round is a function of the one before, so the outcome depends on the input alone.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from giaotrinh.driver.build.settling import settled
from giaotrinh.bind import in_order, plan
from giaotrinh.driver.build.fitting import overflows, too_long
from giaotrinh.driver.edge.patience import at_most
from giaotrinh.driver.print.printer import Printed
from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity, error, warning
from giaotrinh.model.edition import Edition, Part
from giaotrinh.model.fragment import Fragment, Job, Mark, PageMap, Section
from giaotrinh.model.span import NOWHERE
from giaotrinh.render import Rendering, facing_marks, head_name, in_grey, in_large_print, render_part
from giaotrinh.render.environment import OutOfTime

ROUNDS = 6
TEMPLATE_SECONDS = 60.0
"""Seconds the templates of one part may take; the longest chapter takes a fifth of one."""
LAID_OVER = ("glyphs", "ruled", "stamps")
"""Templates printed once for an edition and laid over its pages at binding; heads are printed for each module."""

Step = tuple[Part, str]
"""A part and the id of the module it is printed for, "" for the whole course."""


@dataclass(slots=True, kw_only=True)
class Layout:
    """What is known of an edition so far."""

    curriculum: Curriculum
    edition: Edition
    templates: Mapping[str, bytes]
    stamp: str = ""
    only: str = ""
    """Module of an edition that has a file for each module; "" for a whole book."""
    book: PageMap | None = None
    """Page map of the printed book that this edition refers to; None where it refers to its own pages."""
    first: Collection[str] = ()
    """Modules to render before all else, because somebody waits for their pages."""
    fragments: dict[str, Fragment] = field(default_factory=dict)
    """Job name -> its latest print."""
    printed: dict[str, Printed] = field(default_factory=dict)
    renderings: dict[Step, Rendering] = field(default_factory=dict)
    failures: list[Diagnostic] = field(default_factory=list)
    _round: int = 0
    _settled: bool = False
    _waiting: list[Step] = field(default_factory=list)

    def wanted(self) -> Iterator[Job]:
        """Yield the jobs to print next, each as soon as it is rendered; none when settled or failed."""
        if self.done or not self._may_go_on():
            return
        first, self._settled = self._round == 0, self._round > 0
        pages = None if first else self.book or self.page_map()
        steps = self._steps_of_round()
        for step in steps:
            before, rendering = self.renderings.get(step), self._render(step, pages)
            self.renderings[step] = rendering
            if first and rendering.waits_for_pages:
                self._waiting.append(step)
            elif rendering.job and not (before and before.job == rendering.job and rendering.job.name in self.printed):
                self._settled = False
                yield rendering.job
        self._round += 1

    def take(self, results: Mapping[str, Printed]) -> None:
        """Take in what was printed for this edition."""
        own = {rendering.job.name for rendering in self.renderings.values() if rendering.job}
        for name, printed in results.items():
            if name not in own:
                continue
            self.printed[name] = printed
            if printed.fragment is None:
                self.failures.append(_failure(printed))
            else:
                self.fragments[name] = printed.fragment

    @property
    def done(self) -> bool:
        """Return whether no further round would print anything."""
        return self._settled or self.failed

    @property
    def ready(self) -> bool:
        """Return whether everything is printed and the page numbers have settled."""
        return self._settled and not self.failed

    @property
    def failed(self) -> bool:
        """Return whether something keeps the edition from being bound."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics())

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what remains of what rendering and printing found, as the school weighs it."""
        return settled(self.curriculum, self.findings())

    def findings(self) -> tuple[Diagnostic, ...]:
        """Return what rendering and printing found."""
        rendered = (found for rendering in self.renderings.values() for found in rendering.diagnostics)
        unfit = self._unfit() if self._settled else ()
        return (*rendered, *self.failures, *self._engine_findings(), *unfit)

    def page_map(self) -> PageMap:
        """Return the page map over what has been printed."""
        return plan(self.sections(), mirrored=self.edition.page.mirrored)

    def sections(self) -> tuple[Section, ...]:
        """Return the printed parts in the order of the book; parts with nothing to print are left out."""
        return tuple(
            self._section(step, job)
            for step in in_order(self.edition, self._modules())
            if step in self.renderings and (job := self.renderings[step].job) is not None
        )

    def marks(self) -> tuple[Mark, ...]:
        """Return the letters of the instructor's notes, each beside a block of a learner's page."""
        pages = self.page_map()
        return tuple(
            mark
            for part, module in self.renderings
            if part.faces and module
            for mark in facing_marks(self.curriculum, self.edition, part, self.curriculum.modules[module], pages=pages)
        )

    def overlays(self) -> tuple[Fragment, ...]:
        """Return the fragments that binding lays over pages."""
        names = (
            rendering.job.name
            for step, rendering in self.renderings.items()
            if rendering.job is not None and step[0] not in self.edition.parts
        )
        return tuple(self.fragments[name] for name in names)

    def jobs_of(self, module: str) -> frozenset[str]:
        """Return the names of the jobs that show a module in this edition."""
        return frozenset(section.job for section in self.sections() if section.module == module)

    def _steps_of_round(self) -> list[Step]:
        if self._round == 0:
            return sorted(in_order(self.edition, self._modules()), key=lambda step: step[1] not in self.first)
        return [*self._waiting, *self._laid_over()] if self._round == 1 else self._waiting

    def _laid_over(self) -> Iterator[Step]:
        """Yield what is laid over pages; it waits for the second round, where the contents alone leave workers idle."""
        numbered = [part for part, _ in in_order(self.edition, self._modules()) if part.numbering != "none"]
        heads = dict.fromkeys(
            Part(template="heads", home=part.home, reader=part.reader, numbering="none") for part in numbered
        )
        home, reader = self.edition.id, self.edition.reader
        sheets = (Part(template=name, home=home, reader=reader, numbering="none") for name in LAID_OVER)
        yield from ((part, "") for part in (*heads, *sheets))

    def _modules(self) -> list[str]:
        return [self.only] if self.only else [module.id for module in self.curriculum.project.modules]

    def _render(self, step: Step, pages: PageMap | None) -> Rendering:
        part, module = step
        with at_most(TEMPLATE_SECONDS, OutOfTime):
            rendering = render_part(
                self.curriculum, self.edition, part, self._module(module), pages=pages, templates=self.templates
            )
        job = rendering.job
        # What is laid over pages, or faces one, has the size its room is made for.
        if job and self.edition.page.large and part in self.edition.parts and not part.faces:
            job = in_large_print(job)
        return replace(rendering, job=in_grey(job) if job and self.edition.page.grey else job)

    def _module(self, name: str) -> Module | None:
        return self.curriculum.modules[name] if name else None

    def _section(self, step: Step, job: Job) -> Section:
        part, module = step
        fragment = self.fragments.get(job.name)
        return Section(
            part=part,
            job=job.name,
            page_count=fragment.page_count if fragment else 0,
            module=module,
            anchors=fragment.anchors if fragment else (),
            head="" if part.numbering == "none" else head_name(part.reader, module),
            opening_pages=0 if part.faces else 1,
            stamp=self.stamp,
        )

    def _unfit(self) -> Iterator[Diagnostic]:
        yield from overflows(self.edition, self.curriculum, self.fragments)
        if self.only:
            pages = sum(section.page_count for section in self.sections())
            yield from too_long(self.edition, self.curriculum.modules[self.only], pages)

    def _engine_findings(self) -> Iterator[Diagnostic]:
        for name, fragment in sorted(self.fragments.items()):
            if fragment.missing:
                yield error("glyph-missing", NOWHERE, part=name, characters=fragment.missing)
            for words in fragment.warnings:
                yield warning("engine-warning", NOWHERE, part=name, reason=words)

    def _may_go_on(self) -> bool:
        if self._round >= ROUNDS:
            self.failures.append(error("pages-do-not-settle", NOWHERE, edition=self.edition.id, rounds=ROUNDS))
        return self._round < ROUNDS


def _failure(printed: Printed) -> Diagnostic:
    place, part = NOWHERE, printed.job.name
    if printed.failure == "time-limit":
        return error("print-time-limit", place, part=part, seconds=printed.detail)
    if printed.failure == "worker-died":
        return error("print-worker-died", place, part=part)
    return error("print-crashed", place, part=part, reason=printed.detail)
