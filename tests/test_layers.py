"""The house keeps its shape: imports go one way, heavy libraries are loaded only where they are used."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

HEAVY = ("weasyprint", "docx", "pypdfium2", "pikepdf", "PIL", "fontTools")


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    program = f"import sys; sys.path.insert(0, {str(root / 'src')!r}); from importlinter.cli import lint_imports; "
    program += f"sys.exit(lint_imports(config_filename={str(root / 'pyproject.toml')!r}, no_cache=True))"
    return subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)


def test_imports_go_one_way():
    outcome = lint(ROOT)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("read/__init__.py", "import giaotrinh.check"),
        ("render/__init__.py", "import giaotrinh.driver"),
        ("intake/__init__.py", "import giaotrinh.read"),
        ("viet/__init__.py", "import giaotrinh.outline"),
        ("model/__init__.py", "import giaotrinh.viet"),
        ("helpers/__init__.py", ""),
    ],
    ids=[
        "room imports room",
        "room imports driver",
        "taking in imports reading",
        "floor imports the floor above it",
        "lowest floor imports a floor",
        "room nobody planned",
    ],
)
def test_a_planted_fault_is_found(tmp_path, file, line):
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    target = tmp_path / "src/giaotrinh" / file
    target.parent.mkdir(exist_ok=True)
    target.write_text((target.read_text(encoding="utf-8") if target.exists() else "") + f"\n{line}\n", encoding="utf-8")

    assert lint(tmp_path).returncode != 0


PACKAGES = sorted(path.parent for path in (ROOT / "src/giaotrinh").rglob("__init__.py"))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_a_package_with_files_of_its_own_names_each_of_them(package):
    told = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8"))) or ""
    inside = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    missing = sorted(name for name in inside - {"__init__"} if not re.search(rf"\b{name}\b", told))

    assert missing == []
    assert len(list(package.glob("*.py"))) <= 24


SOURCE = ROOT / "src"
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((SOURCE / "giaotrinh").rglob("*.py"))
}
ROUND = {"giaotrinh.check", "giaotrinh.render", "giaotrinh.intake"}
"""Rooms whose packages still lean on each other both ways, though no two of their files do."""


def imported_by(path: Path) -> set[str]:
    """Return the modules of the program that a file imports anywhere, for types alone too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [
        (node.module, each.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for each in node.names
    ]
    return {f"{module}.{name}" if f"{module}.{name}" in MODULES else module for module, name in named} & set(MODULES)


IMPORTS = {name: imported_by(path) - {name} for name, path in MODULES.items()}


def in_circles(graph: dict[str, set[str]]) -> list[str]:
    """Return what is left of a graph when all is taken away that leans on nothing left, or is leaned on by nothing."""
    left = dict(graph)
    while True:
        leaned_on = set().union(*left.values()) if left else set()
        kept = {name: those & left.keys() for name, those in left.items() if those & left.keys() and name in leaned_on}
        if kept.keys() == left.keys():
            return sorted(left)
        left = kept


def folders(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the imports between packages below the rooms; what a package's facade gathers is not counted."""
    found: dict[str, set[str]] = {}
    for name, those in graph.items():
        if MODULES[name].name != "__init__.py":
            here = name.rpartition(".")[0]
            found.setdefault(here, set()).update({_folder(each) for each in those} - {here})
    return {here: those & found.keys() for here, those in found.items() if ".".join(here.split(".")[:2]) not in ROUND}


def _folder(name: str) -> str:
    return name if MODULES[name].name == "__init__.py" else name.rpartition(".")[0]


def test_no_file_leans_on_itself_by_a_round_way():
    assert in_circles(IMPORTS) == []


def test_no_package_leans_on_itself_by_a_round_way():
    assert in_circles(folders(IMPORTS)) == []


def test_a_round_way_is_seen():
    assert in_circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}) == ["a", "b", "c"]


def test_importing_the_program_loads_no_heavy_library():
    program = (
        "import importlib, pkgutil, sys, giaotrinh\n"
        "for module in pkgutil.walk_packages(giaotrinh.__path__, 'giaotrinh.'):\n"
        "    if module.name != 'giaotrinh.__main__': importlib.import_module(module.name)\n"
        f"print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    outcome = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert outcome.stdout.split() == []
