"""The attacks as they lie in `tests/attacks/<family>/<name>.py`, and the submissions that they make."""

from __future__ import annotations

import ast
import importlib.util
import io
import platform
import re
import zipfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "attacks"
FAMILIES = ("read", "forge", "escape", "starve", "intake", "otter")
FRAME = (FOLDER / "frame.py").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Attack:
    """One file of the corpus. `expect`: what the student reads; `never`: why its control can't succeed."""

    name: str
    sentence: str
    source: str
    expect: str
    never: str
    is_submission: bool

    @property
    def has_probe(self) -> bool:
        return "def probe(" in self.source

    @property
    def only_one_function(self) -> bool:
        """Whether it leaves other functions alone, so that right ones around it keep their points."""
        return self.name.startswith("starve/") and re.findall(
            r"^def (\w+)|^\w+ = \w+ = ", self.source, re.M
        ) == ["output_size"]


def attacks(families: Iterable[str] = FAMILIES) -> list[Attack]:
    return [read(file) for family in families for file in sorted((FOLDER / family).glob("*.py"))]


def chosen(names: Collection[str]) -> list[Attack]:
    """Return the attacks that are named, themselves or by their family; all where nothing is named."""
    return [one for one in attacks() if not names or {one.name, one.name.partition("/")[0]} & set(names)]


def dealt(attacks: list[Attack], hand: int, hands: int) -> list[Attack]:
    """Deal the attacks to so many settings; return one share. Attacks on the sandbox are in every share."""
    return [
        one for number, one in enumerate(attacks) if one.name.startswith("escape/") or number % hands == hand
    ]


def read(file: Path) -> Attack:
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assigned = [
        node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]
    said = {ast.unparse(node.targets[0]): node.value.value for node in assigned}  # type: ignore[attr-defined]
    elsewhere = said.get("ONLY_ON", platform.machine()) != platform.machine()
    never = said.get(
        "NEVER_SUCCEEDS", f"there is such a thing only on {said.get('ONLY_ON')}" if elsewhere else ""
    )
    return Attack(
        f"{file.parent.name}/{file.stem}",
        ast.get_docstring(tree) or "",
        source,
        said.get("EXPECT", ""),
        never,
        "NO_SUBMISSION" not in said,
    )


def script(attack_source: str, planted: Mapping[str, Any]) -> str:
    """Return a submission: the frame's wrong code, the attack, and a call that tells what the probe got."""
    return (
        f"{FRAME.replace('PLANTED = {}', f'PLANTED = {dict(planted)!r}', 1)}\n\n{attack_source}\n\ntell()\n"
    )


def files(attack: Attack, planted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attack's files by name: bytes, the target of a link, or a function that makes the file."""
    if "def build(" not in attack.source:
        return {f"{attack.name.replace('/', '-')}.py": script(attack.source, planted).encode()}
    spec = importlib.util.spec_from_loader(f"attack_{attack.name.replace('/', '_')}", None)
    assert spec
    module = importlib.util.module_from_spec(spec)
    exec(compile(attack.source, attack.name, "exec"), vars(module))
    built: dict[str, Any] = module.build(script("", planted), planted)
    return built


def place(content: Mapping[str, Any], folder: Path) -> None:
    """Put an attack's files into a folder."""
    folder.mkdir()
    for name, what in content.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        if isinstance(what, Path):
            file.symlink_to(what)
        elif callable(what):
            what(file)
        else:
            file.write_bytes(what)


def packed(members: Any, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these members, names or ZipInfos with their bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(name, content)
    return data.getvalue()
