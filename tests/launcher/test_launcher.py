"""The launcher on a stand-in machine: its Python, pip, apt and sudo are scripts that note how they were called."""

import os
import pty
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PYTHON = r"""#!/bin/sh
# Stands in for Python: makes environments of two scripts, and notes what it was asked.
note() { printf '%s\n' "$*" >>"$STAND_IN/calls"; }
case "$*" in
    *version_info*) if [ -e "$STAND_IN/old-python" ]; then exit 1; fi; printf '%s\n' "$0" ;;
    *flock*) exec "$REAL_PYTHON" "$@" ;;
    '- '*) cat >/dev/null; if [ -e "$STAND_IN/lacking" ]; then cat "$STAND_IN/lacking"; fi ;;
    '-m giaotrinh'*) shift 2; exec "$STAND_IN/program" "$@" ;;
    '-m venv '*)
        note venv
        if [ -e "$STAND_IN/venv-fails" ]; then exit 1; fi
        mkdir -p "$3/bin" && ln -s "$0" "$3/bin/python"
        ;;
    '-m pip '*)
        note "$@"
        if [ -e "$STAND_IN/slow" ]; then sleep 0.5; fi
        if [ -e "$STAND_IN/killed" ]; then kill -9 "$PPID"; fi
        if [ -e "$STAND_IN/pip-fails" ]; then echo 'ERROR: no network' >&2; exit 1; fi
        for tool in ruff mypy lint-imports pytest; do cp "$STAND_IN/tool" "${0%/*}/$tool"; done
        ;;
esac
"""

PROGRAM = """#!/bin/sh
printf 'in %s\\n' "$(pwd)"
for word; do printf '<%s>\\n' "$word"; done
exit "${PROGRAM_EXIT:-0}"
"""

TOOL = """#!/bin/sh
printf '%s' "${0##*/}"; printf ' <%s>' "$@"; echo
case " ${FAILING-} " in *" ${0##*/} "*) exit 1 ;; esac
"""


@dataclass(frozen=True)
class Machine:
    """A checkout and the machine it stands on."""

    folder: Path
    checkout: Path

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin",
            "STAND_IN": str(self.folder),
            "REAL_PYTHON": sys.executable,
            "GIAOTRINH_PYTHON": str(self.folder / "bin/python3"),
        }

    def run(self, *words: str, launcher: Path | None = None, cwd: Path | None = None, **variables: str):
        return subprocess.run(
            [launcher or self.checkout / "giaotrinh", *words],
            cwd=cwd or self.checkout,
            env=self.environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def has(self, name: str, content: str = "") -> None:
        (self.folder / name).write_text(content, encoding="utf-8")

    def has_no(self, name: str) -> None:
        (self.folder / name).unlink()

    def command(self, name: str, script: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def calls(self) -> list[str]:
        """Return what was asked since the last look."""
        path = self.folder / "calls"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    checkout = tmp_path / "giáo trình"
    checkout.mkdir()
    shutil.copy(ROOT / "giaotrinh", checkout)
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (checkout / name).write_text(f"# {name}\n", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    made = Machine(folder=tmp_path, checkout=checkout)
    made.has("program", PROGRAM)
    made.has("tool", TOOL)
    for script in (tmp_path / "program", tmp_path / "tool"):
        script.chmod(0o755)
    made.command("python3", PYTHON.removeprefix("#!/bin/sh\n"))
    return made


def test_the_first_run_prepares_and_hands_the_words_over(machine):
    outcome = machine.run("build", "hoc vien", "", "--module", "*")

    assert outcome.stdout.splitlines() == [f"in {machine.checkout}", "<build>", "<hoc vien>", "<>", "<--module>", "<*>"]
    assert outcome.returncode == 0
    assert "chuẩn bị môi trường Python" in outcome.stderr
    assert "preparing the Python environment" in outcome.stderr
    venv, locked, itself = machine.calls()
    assert venv == "venv"
    assert "--require-hashes" in locked and "requirements.lock" in locked and "requirements-dev.lock" not in locked
    assert "--no-index --no-deps --no-build-isolation --editable" in itself


def test_the_second_run_prepares_nothing(machine):
    machine.run()
    machine.calls()

    outcome = machine.run("check")

    assert outcome.stdout.splitlines()[1:] == ["<check>"]
    assert outcome.stderr == ""
    assert machine.calls() == []


def test_the_exit_code_is_the_programs(machine):
    assert machine.run("build", PROGRAM_EXIT="6").returncode == 6
    assert machine.run("build", PROGRAM_EXIT="75").returncode == 75


def test_any_folder_and_any_link_will_do(machine):
    machine.run()
    elsewhere = machine.folder / "else where"
    elsewhere.mkdir()
    (elsewhere / "near").symlink_to("../giáo trình/giaotrinh")
    (machine.folder / "bin/far").symlink_to(elsewhere / "near")

    for launcher in (machine.checkout / "giaotrinh", elsewhere / "near", machine.folder / "bin/far"):
        outcome = machine.run("check", launcher=launcher, cwd=elsewhere)
        assert outcome.stdout.splitlines() == [f"in {elsewhere}", "<check>"], launcher
        assert outcome.stderr == ""
    assert subprocess.run(["far"], env=machine.environment, cwd="/", capture_output=True, check=False).returncode == 0
    named = subprocess.run(["sh", "giaotrinh"], env=machine.environment, cwd=machine.checkout, check=False)
    assert named.returncode == 0


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements.lock", "giaotrinh"])
def test_a_change_brings_the_environment_up_to_date_in_place(machine, changed):
    machine.run()
    machine.calls()
    with (machine.checkout / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    assert machine.run().returncode == 0

    assert [line.split()[0] for line in machine.calls()] == ["-m", "-m"]


def test_a_moved_checkout_is_prepared_anew(machine):
    machine.run()
    machine.calls()
    moved = machine.checkout.rename(machine.folder / "moved")

    outcome = machine.run(launcher=moved / "giaotrinh", cwd=moved)

    assert outcome.returncode == 0
    assert machine.calls()[0] == "venv"


def test_another_python_is_a_new_environment(machine):
    machine.run()
    machine.calls()
    replaced = machine.checkout / ".venv/bin/python"
    replaced.unlink()
    shutil.copy(machine.folder / "bin/python3", machine.folder / "bin/python3.12")
    replaced.symlink_to(machine.folder / "bin/python3.12")

    machine.run()

    assert machine.calls()[0] == "venv"


@pytest.mark.parametrize("fault", ["pip-fails", "venv-fails"])
def test_a_failed_preparation_leaves_nothing_and_exits_3(machine, fault):
    machine.has(fault)

    outcome = machine.run("build")

    assert outcome.returncode == 3
    assert "không chuẩn bị được môi trường Python" in outcome.stderr
    assert "could not be prepared" in outcome.stderr
    assert not (machine.checkout / ".venv").exists()
    assert outcome.stdout == ""

    machine.has_no(fault)
    assert machine.run("build").returncode == 0


def test_what_a_killed_run_left_is_made_anew(machine):
    machine.has("killed")
    assert machine.run().returncode == -9
    assert (machine.checkout / ".venv").exists()
    machine.has_no("killed")
    machine.calls()

    assert machine.run().returncode == 0

    assert machine.calls()[0] == "venv"


def test_what_a_killed_update_left_is_made_anew(machine):
    machine.run()
    (machine.checkout / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    machine.has("killed")
    assert machine.run().returncode == -9
    machine.has_no("killed")
    machine.calls()

    assert machine.run().returncode == 0

    assert machine.calls()[0] == "venv"


def test_three_runs_at_once_prepare_once(machine):
    machine.has("slow")
    command = [machine.checkout / "giaotrinh", "check"]
    runs = [
        subprocess.Popen(command, env=machine.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    outcomes = [run.communicate(timeout=60) for run in runs]

    assert [run.returncode for run in runs] == [0, 0, 0]
    assert [call.split()[0] for call in machine.calls()] == ["venv", "-m", "-m"]
    assert sum("đang chờ một lần chuẩn bị khác" in said for _, said in outcomes) == 2


def test_without_root_the_apt_line_is_said(machine):
    machine.has("lacking", "libpango-1.0-0 fonts-croscore\n")
    machine.command("id", "echo 1000")
    machine.command("sudo", "exit 1")
    machine.command("apt-get", 'echo "apt-get $*" >>"$STAND_IN/calls"')

    outcome = machine.run("build")

    assert outcome.returncode == 3
    assert "sudo apt-get install -y --no-install-recommends libpango-1.0-0 fonts-croscore\n" in outcome.stderr
    assert machine.calls() == []
    assert not (machine.checkout / ".venv").exists()


@pytest.mark.parametrize("user", ["0", "1000"])
def test_root_or_sudo_without_a_password_installs(machine, user):
    machine.has("lacking", "libpango-1.0-0 fonts-croscore\n")
    machine.command("id", f"echo {user}")
    machine.command("sudo", '[ "$1" = -n ] && shift && exec "$@"')
    installs = 'case "$*" in *install*) : >"$STAND_IN/lacking" ;; esac'
    machine.command("apt-get", f'echo "apt-get $*" >>"$STAND_IN/calls"; {installs}')

    outcome = machine.run("build")

    assert outcome.returncode == 0, outcome.stderr
    update, install, *_ = machine.calls()
    assert update.endswith("update -qq")
    assert install.endswith("install -y -qq --no-install-recommends libpango-1.0-0 fonts-croscore")


def test_where_nothing_may_be_installed_the_line_is_said(machine):
    machine.has("lacking", "fonts-croscore\n")
    machine.command("id", "echo 0")
    machine.command("apt-get", 'echo "apt-get $*" >>"$STAND_IN/calls"')

    outcome = machine.run("--no-install", "build")

    assert outcome.returncode == 3
    assert "apt-get install -y --no-install-recommends fonts-croscore\n" in outcome.stderr
    assert machine.calls() == []


@pytest.mark.parametrize(("answer", "code"), [("k", 3), ("", 3), ("c", 0), ("y", 0)])
def test_who_sits_at_the_machine_is_asked_first(machine, answer, code):
    machine.has("lacking", "fonts-croscore\n")
    machine.command("id", "echo 0")
    machine.command("apt-get", 'case "$*" in *install*) : >"$STAND_IN/lacking" ;; esac')
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    try:
        command = [machine.checkout / "giaotrinh", "check"]
        asked = subprocess.run(command, env=machine.environment, stdin=theirs, stderr=theirs, timeout=60, check=False)
    finally:
        os.close(theirs)
        os.close(ours)

    assert asked.returncode == code


def test_a_folder_whose_name_is_a_command_runs_none(machine):
    odd = machine.checkout.rename(machine.folder / 'a "$(touch RAN)" b')

    outcome = machine.run("check", launcher=odd / "giaotrinh", cwd=odd)

    assert outcome.stdout.splitlines()[1:] == ["<check>"]
    assert not [*machine.folder.rglob("RAN")]


def test_apt_that_fails_exits_3(machine):
    machine.has("lacking", "libpango-1.0-0\n")
    machine.command("id", "echo 0")
    machine.command("apt-get", "exit 100")

    outcome = machine.run("build")

    assert outcome.returncode == 3
    assert "apt-get install -y --no-install-recommends libpango-1.0-0" in outcome.stderr


def test_an_old_python_exits_3(machine):
    machine.has("old-python")
    for name in ("python3.11", "python3.12", "python3.13", "python3.14"):
        machine.command(name, "exit 1")

    outcome = machine.run("build")

    assert outcome.returncode == 3
    assert "cần Python 3.11" in outcome.stderr


def test_test_runs_every_step_and_pytest_last(machine):
    outcome = machine.run("test", "-k", "a b")

    assert outcome.returncode == 0, outcome.stderr
    steps = [line for line in outcome.stdout.splitlines() if not line.startswith("==")]
    assert [line.split()[0] for line in steps] == ["ruff", "mypy", "lint-imports", "pytest"]
    assert steps[-1] == "pytest <-k> <a b>"
    assert "requirements-dev.lock" in machine.calls()[1]


@pytest.mark.parametrize("failing", ["ruff", "mypy", "lint-imports", "pytest"])
def test_test_fails_when_one_step_fails_but_runs_all(machine, failing):
    outcome = machine.run("test", FAILING=failing)

    assert outcome.returncode == 1
    assert outcome.stdout.splitlines()[-1].startswith("pytest")
    assert f"failed: {failing}" in outcome.stderr


def test_test_prepares_more_than_a_run_and_a_run_nothing_after_it(machine):
    machine.run()
    machine.calls()

    machine.run("test")
    assert len(machine.calls()) == 2
    machine.run("test")
    machine.run()
    assert machine.calls() == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root can act as another user")
def test_a_user_who_may_not_write_can_run_what_is_prepared(machine):
    def run_as_nobody() -> subprocess.CompletedProcess[str]:
        for folder in (machine.folder, *machine.folder.parents):
            folder.chmod(folder.stat().st_mode | 0o055)
        command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", machine.checkout / "giaotrinh"]
        return subprocess.run(
            command, env=machine.environment, cwd=machine.checkout, capture_output=True, text=True, check=False
        )

    refused = run_as_nobody()
    machine.run()
    prepared = run_as_nobody()

    assert (refused.returncode, "is not writable" in refused.stderr) == (3, True)
    assert (prepared.returncode, prepared.stderr) == (0, "")


def test_nothing_is_left_behind_but_the_environment(machine):
    machine.run()

    assert sorted(path.name for path in machine.checkout.iterdir()) == [
        ".venv",
        "giaotrinh",
        "pyproject.toml",
        "requirements-dev.lock",
        "requirements.lock",
    ]
