"""templates/<edition>/edition.yaml and templates/base/pages.yaml -> the editions of a project."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Annotated, Any

from pydantic import WithJsonSchema

from giaotrinh.model.course import Course
from giaotrinh.model.diagnostic import Diagnostic, error, in_order
from giaotrinh.model.edition import FILE_FIELDS, Edition, EditionRole, PageSetup, Part, Reader, is_file_name
from giaotrinh.model.nearest import nearest
from giaotrinh.model.reading import Reading
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.span import Span
from giaotrinh.model.text import slug
from giaotrinh.read.course.course import COURSE_FILE, read_yaml_file
from giaotrinh.read.course.vocabulary import NUMBER
from giaotrinh.read.data.decode import STRICT, build, decode, entry_type
from giaotrinh.read.data.yaml import YamlDocument
from giaotrinh.read.parts import PARTS_SCHEMA, PartsReader, WrittenPart

TEMPLATES, BASE = "templates", "base"
PAGES_FILE = f"{TEMPLATES}/{BASE}/pages.yaml"

COUNTS = frozenset({"max-pages"})
"""Options of an edition that are whole numbers from 1."""

PAGE = entry_type(PageSetup, without=frozenset({"id", "large"}))
PAGES: Any = Mapping[str, PAGE]  # type: ignore[valid-type]  # a type made at run time
"""What pages.yaml holds."""


@dataclass(frozen=True, kw_only=True)
class EditionFile:
    """What edition.yaml holds; what it leaves out comes from the edition it extends."""

    title: Mapping[str, str]
    reader: Reader
    role: EditionRole | None = None
    extends: str = ""
    page: str = ""
    """Preset; without one here and above it is the course's."""
    parts: Annotated[tuple[Any, ...] | None, WithJsonSchema(PARTS_SCHEMA)] = None
    per_module: bool | None = None
    file_name: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


EditionFile.__pydantic_config__ = STRICT  # type: ignore[attr-defined]  # where pydantic looks for it


EDITION_NAME = b"edition_title"
"""What templates call the name of the edition by."""

# A preview reads the same few files at every edit.
_yaml = lru_cache(maxsize=64)(read_yaml_file)


FOR_LEARNERS = re.compile(r"^hv-|^hoc-vien|(?:sach|ban|tai-lieu|danh-cho|dung-cho|phat-cho)-hoc-vien")
"""Names, as ASCII words, by which a file is sent to learners."""


def edition_names(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names of the editions templates/ holds, sorted."""
    names = (path.removeprefix(f"{TEMPLATES}/").partition("/") for path, _ in snapshot.below(TEMPLATES))
    return tuple(sorted({folder for folder, _, name in names if name == "edition.yaml"}))


def page_names(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names of the page presets, sorted; none where pages.yaml cannot be used."""
    content = snapshot.files.get(PAGES_FILE)
    document = _yaml(content, PAGES_FILE).value if content is not None else None
    return tuple(sorted(document.value)) if document and isinstance(document.value, dict) else ()


def read_editions(snapshot: Snapshot, page: str = "") -> Reading[tuple[Edition, ...]]:
    """Return the editions of templates/, sorted by name; `page` is the preset of those that name none.

    Where it is "", the course says it. An edition with an error is left out, the others are read all the same.
    """
    reader = _Reader(snapshot=snapshot, page=page or _page_of_course(snapshot))
    editions = reader.read()
    return Reading(value=editions, diagnostics=in_order(reader.found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """An edition file as decoded."""

    id: str
    entry: EditionFile
    document: YamlDocument
    file: str
    parts: tuple[WrittenPart, ...] = ()

    def span(self, path: str) -> Span:
        return self.document.span(path, self.file)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads all editions of one snapshot; collects what is wrong."""

    snapshot: Snapshot
    page: str
    found: list[Diagnostic] = field(default_factory=list)
    pages: dict[str, PageSetup] = field(default_factory=dict)
    written: dict[str, _Written] = field(default_factory=dict)

    def read(self) -> tuple[Edition, ...]:
        """Return the editions that can be used."""
        self.pages = self._read_pages()
        names = edition_names(self.snapshot)
        for name in names:
            written = self._read_file(name)
            if written is not None:
                self.written[name] = written
        editions = (self._edition(self.written[name]) for name in names if name in self.written)
        return tuple(edition for edition in editions if edition is not None)

    def _read_pages(self) -> dict[str, PageSetup]:
        content = self.snapshot.files.get(PAGES_FILE)
        if content is None:
            self.found.append(error("pages-missing", Span(file=PAGES_FILE)))
            return {}
        document = self._take(_yaml(content, PAGES_FILE))
        if document is None:
            return {}
        entries = self._take(decode(PAGES, document, PAGES_FILE))
        return {name: build(PageSetup, entry, id=name) for name, entry in (entries or {}).items()}

    def _read_file(self, name: str) -> _Written | None:
        file = f"{TEMPLATES}/{name}/edition.yaml"
        document = self._take(_yaml(self.snapshot.files[file], file))
        entry = self._take(decode(EditionFile, document, file)) if document else None
        if document is None or entry is None:
            return None
        parts = PartsReader(document=document, file=file)
        values = document.value.get("parts", []) if isinstance(document.value, dict) else []
        written = _Written(id=name, entry=entry, document=document, file=file, parts=parts.read(values))
        self.found += parts.found
        return None if parts.found else written

    def _options(self, line: tuple[_Written, ...]) -> dict[str, str]:
        """Return the options of an edition, its own before those it extends; counts that are none are reported."""
        options = {key: value for each in reversed(line) for key, value in each.entry.options.items()}
        for name in COUNTS & line[0].entry.options.keys():
            if not NUMBER.fullmatch(options[name]):
                span = line[0].span(f"options.{name}")
                self.found.append(error("option-not-number", span, name=name, given=options.pop(name)))
        return options

    def _edition(self, own: _Written) -> Edition | None:
        line = self._line(own)
        page = self._page_of(line) if line else None
        if line is None or page is None:
            return None
        folders = (*(each.id for each in line), BASE)
        parts = tuple(self._parts(own, line, folders))
        if not parts or None in parts:
            return None
        first = {
            name: next((value for each in line if (value := getattr(each.entry, name)) not in (None, "")), None)
            for name in ("per_module", "file_name", "role")
        }
        if not self._names_files(line, per_module=bool(first["per_module"])):
            return None
        self._named_for_its_reader(own, str(first["file_name"] or ""))
        return Edition(
            id=own.id,
            title=own.entry.title,
            page=page,
            reader=own.entry.reader,
            parts=tuple(part for part in parts if part is not None),
            role=EditionRole(first["role"] or EditionRole.PAPER),
            per_module=bool(first["per_module"]),
            file_name=str(first["file_name"] or ""),
            templates=folders,
            options=self._options(line),
        )

    def _names_files(self, line: tuple[_Written, ...], *, per_module: bool) -> bool:
        """Return whether files get plain names of their own; tell why where they do not."""
        holder = next((each for each in line if each.entry.file_name), None)
        if holder is None:
            return True
        pattern, span = holder.entry.file_name, holder.span("file_name")
        fields = ", ".join(f"{{{name}}}" for name in FILE_FIELDS)
        if not is_file_name(pattern):
            self.found.append(error("file-name-wrong", span, given=pattern, fields=fields))
        elif per_module and "{number}" not in pattern:
            self.found.append(error("file-name-repeats", span, given=pattern))
        else:
            return True
        return False

    def _named_for_its_reader(self, own: _Written, file_name: str) -> None:
        """Report an edition that shows instructors' matter under a name by which it would be sent to learners."""
        names = {"file_name": file_name, "title": " ".join(own.entry.title.values()), "reader": own.id}
        if own.entry.reader is Reader.INSTRUCTOR:
            for path, name in names.items():
                if FOR_LEARNERS.search(slug(name)):
                    self.found.append(error("edition-named-for-learners", own.span(path), name=name))
                    return

    def _line(self, own: _Written) -> tuple[_Written, ...] | None:
        """Return the edition and those it extends, nearest first; None where one is unknown or comes round again."""
        line = [own]
        while name := line[-1].entry.extends:
            span = line[-1].span("extends")
            if any(each.id == name for each in line):
                self.found.append(error("extends-circle", span, name=name))
                return None
            if name not in self.written:
                known = edition_names(self.snapshot)
                # A file with errors of its own was reported where it stands.
                if name not in known:
                    near = nearest(name, known)
                    self.found.append(error("edition-unknown", span, name=name, nearest=near, known=", ".join(known)))
                return None
            line.append(self.written[name])
        return tuple(line)

    def _page_of(self, line: tuple[_Written, ...]) -> PageSetup | None:
        """Return the page of an edition; that the course names no known one is said where it names it."""
        named = next((each for each in line if each.entry.page), None)
        name = named.entry.page if named else self.page
        if named and name not in self.pages:
            near, known = nearest(name, self.pages), ", ".join(sorted(self.pages))
            self.found.append(error("page-unknown", named.span("page"), name=name, nearest=near, known=known))
        return self.pages.get(name)

    def _parts(self, own: _Written, line: tuple[_Written, ...], folders: tuple[str, ...]) -> Iterator[Part | None]:
        holder = next((each for each in line if each.parts), None)
        if holder is None:
            self.found.append(error("key-missing", own.span(""), name="parts"))
            return
        readers = {each.id: each.entry.reader for each in line}
        for written in holder.parts:
            part = _as_elsewhere(written, line) if written.is_faced else written
            home = next((folder for folder in folders if self._has_template(folder, part.template)), None)
            if home is None:
                self._unknown_part(holder, part, folders)
                yield None
                continue
            if not part.each_module and self._names_edition(folders, part.template):
                home = own.id
            yield Part(
                template=part.template,
                home=home,
                reader=readers.get(home, own.entry.reader),
                each_module=part.each_module,
                faces=part.faces,
                numbering=part.numbering,
                opens_right=part.opens_right,
            )

    def _has_template(self, folder: str, name: str) -> bool:
        return f"{TEMPLATES}/{folder}/{name}.html" in self.snapshot.files

    def _names_edition(self, folders: tuple[str, ...], name: str) -> bool:
        """Return whether a template prints the name of its edition: then no other edition can share what it prints."""
        paths = (f"{TEMPLATES}/{folder}/{name}.html" for folder in folders)
        return any(EDITION_NAME in self.snapshot.files.get(path, b"") for path in paths)

    def _unknown_part(self, holder: _Written, part: WrittenPart, folders: tuple[str, ...]) -> None:
        known = [
            path.rpartition("/")[2].removesuffix(".html")
            for folder in folders
            for path, _ in self.snapshot.below(f"{TEMPLATES}/{folder}")
            if path.endswith(".html") and path.count("/") == 2
        ]
        near = nearest(part.template, known)
        self.found.append(
            error("part-unknown", holder.span(part.path), name=part.template, nearest=near, folders=", ".join(folders))
        )

    def _take(self, reading: Reading[Any]) -> Any:
        self.found += reading.diagnostics
        return reading.value


def _page_of_course(snapshot: Snapshot) -> str:
    content = snapshot.files.get(COURSE_FILE)
    document = read_yaml_file(content, COURSE_FILE).value if content is not None else None
    page = document.value.get("page") if document and isinstance(document.value, dict) else None
    return page if isinstance(page, str) else str(Course.__dataclass_fields__["page"].default)


def _as_elsewhere(faced: WrittenPart, line: tuple[_Written, ...]) -> WrittenPart:
    """Return a faced part as the edition it comes from prints it: page 31 is page 31 in both books."""
    candidates = (part for each in line for part in each.parts if part.template == faced.template)
    first = next((part for part in candidates if not part.is_faced), faced)
    return replace(faced, numbering=first.numbering, opens_right=first.opens_right)
