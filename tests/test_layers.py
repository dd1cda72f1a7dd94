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


def test_importing_the_program_loads_no_heavy_library():
    program = (
        "import importlib, pkgutil, sys, giaotrinh\n"
        "for module in pkgutil.walk_packages(giaotrinh.__path__, 'giaotrinh.'):\n"
        "    if module.name != 'giaotrinh.__main__': importlib.import_module(module.name)\n"
        f"print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    outcome = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert outcome.stdout.split() == []
