"""A checkout with the real ./run, one small wheel in place of the real requirements, and a small main.py."""

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
MAIN = "import sys, tiny_wheel\nprint('desk', tiny_wheel.VERSION, sys.argv[1:])\n"
SMALL_PIP = """
import hashlib, os, sys, zipfile
from pathlib import Path
from urllib.parse import unquote, urlparse
wheels = Path(unquote(urlparse(os.environ["PIP_FIND_LINKS"]).path))
assert "--require-hashes" in sys.argv
for line in Path(sys.argv[sys.argv.index("-r") + 1]).read_text().splitlines():
    (name, version), digest = line.split()[0].split("=="), line.split("sha256:")[1]
    wheel = wheels / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    if not wheel.exists() or hashlib.sha256(wheel.read_bytes()).hexdigest() != digest:
        sys.exit(f"no {wheel} of that hash")
    zipfile.ZipFile(wheel).extractall(Path(__file__).parents[1])
"""
MACHINE = "has_font() { return 0; }; apt_install() { return 1; };"


def add_wheel(folder: Path, version: str) -> str:
    """Put a wheel of one module into `folder` and return its line for a requirements file."""
    info = f"tiny_wheel-{version}.dist-info"
    wheel = folder / f"tiny_wheel-{version}-py3-none-any.whl"
    files = {
        "tiny_wheel.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny-wheel\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)  # a bare ZipInfo has no time: one hash for ever
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"tiny-wheel=={version} --hash=sha256:{digest}\n"


class Checkout:
    """A checkout with the real ./run and the smallest desk.

    `bare`: an empty environment to copy where `venv` would make one, which takes several times as long.
    """

    def __init__(self, folder: Path, bare: Path | None = None) -> None:
        self._bare = bare
        self.root = folder / "check out"
        self.wheels = folder / "wheels"
        self.data = folder / "data"
        for made in (self.root, self.wheels, self.data):
            made.mkdir()
        self.venv = self.root / ".venv"
        shutil.copy(CHECKOUT / "run", self.root / "run")
        (self.root / "main.py").write_text(MAIN)
        self.pin("1.0")

    def pin(self, version: str) -> None:
        line = add_wheel(self.wheels, version)
        for name in ("requirements.txt", "requirements-dev.txt", "requirements-pip.txt"):
            (self.root / name).write_text(line)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.data),
            "XDG_DATA_HOME": str(self.data),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.wheels.as_uri(),
        }

    # Fonts and libraries belong to the machine, not to these tests: what would install them is replaced.
    def start(
        self, *arguments: str, before: str = "", user: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments, before=before),
            env=self.environment,
            user=user,
            cwd=self.data,
            text=True,
            capture_output=True,
            timeout=100,
            check=False,
        )

    def command(self, *arguments: str, before: str = "") -> list[str]:
        script = f'source "$1"; shift; {MACHINE} {self._copying} {before}\nmain "$@"'
        return ["bash", "-c", script, "bash", str(self.root / "run"), *arguments]

    @property
    def _copying(self) -> str:
        if self._bare is None:
            return ""
        # Unpacking pip (`-`) finds it done: the environment has a small one.
        copy = f'copy_bare() {{ [[ $1 == - ]] || cp -a -- "{self._bare}" "${{@: -1}}"; }}'
        return f"{copy}; find_python() {{ python=copy_bare venv_package=; }};"


def site_packages(venv: Path) -> Path:
    return next(venv.glob("lib/python*/site-packages"))
