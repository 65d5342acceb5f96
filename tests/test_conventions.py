"""What the house agreed on, checked on every file that git knows or would take."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import fluent.syntax as ftl
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic_settings import BaseSettings

ROOT = Path(__file__).parent.parent
DIALOGS = ROOT / "bot" / "dialogs"
WORDS = ROOT / "locales" / "nl"
CHATS = ROOT / "tests" / "chats"
PACKAGES = ("bot", "scheduling", "storage", "locales")

# Words that are Dutch and nothing else: no English word, no name, no code of a language or a country.
DUTCH = frozenset(
    """
    een het ik jij jou jouw jullie wij zij haar hun deze wie wat waar wanneer waarom welke niet geen nog ook omdat
    naar voor tussen zonder tegen sinds heb hebt heeft hebben kunt kunnen moeten wilt willen gaat gaan komt komen
    doet doen gedaan ziet zien weet weten staat staan worden wordt zijn
    ja nee graag dank bedankt hoi hallo goed klaar terug ongedaan stuur exporteer
    vandaag morgen overmorgen gisteren vanavond vanmiddag vannacht straks dagen weken maand uur uren minuten
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart juni juli augustus oktober
    beurt beurten taak rooster bezoek afspraak zorg kring uitnodiging uitnodigen overnemen ruilen mantelzorger
    """.split()  # noqa: SIM905
)
# Modules that read and write the .chat format, whose own words ({foto}, {wacht 5}) are Dutch.
CHAT_FORMAT = ("bot/play",)
# Built from parts, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile(
    "|".join(f"(?<![\\w.]){re.escape(f'/{place}/')}" for place in ("work", "tmp", "root", "home"))
)


def committed(suffixes: tuple[str, ...] = (), under: str = ".") -> list[Path]:
    """The files that git knows, or would take with `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", under],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes)]


def here(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string literals of a module that are not docstrings."""
    said = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def dutch_in(text: str) -> set[str]:
    return set(DUTCH) & set(re.findall(r"[a-zà-ÿ]+", text.lower()))


def plain_texts(pattern: ftl.ast.Pattern) -> Iterator[str]:
    """The texts that a message can become, as far as nothing is filled in: each of its variants."""
    if all(isinstance(element, ftl.ast.TextElement) for element in pattern.elements):
        yield "".join(element.value for element in pattern.elements if isinstance(element, ftl.ast.TextElement))
    for element in pattern.elements:
        if isinstance(element, ftl.ast.Placeable) and isinstance(element.expression, ftl.ast.SelectExpression):
            for variant in element.expression.variants:
                yield from plain_texts(variant.value)


def modules_of(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))


def test_a_capability_has_its_words_and_its_proof() -> None:
    """Three files each: bot/dialogs/swap.py, locales/nl/swap.ftl, tests/chats/swap*.chat."""
    chats = [path.stem for path in CHATS.glob("*.chat")]
    for name in modules_of(DIALOGS):
        assert (WORDS / f"{name}.ftl").exists(), f"bot/dialogs/{name}.py has no words: locales/nl/{name}.ftl"
        proofs = [chat for chat in chats if chat == name or chat.startswith(f"{name}_")]
        assert proofs, f"bot/dialogs/{name}.py has no proof: tests/chats/{name}.chat or {name}_*.chat"


def test_words_belong_to_a_module_that_says_them() -> None:
    modules = {path.stem for path in committed((".py",), "bot")}
    packages = {path.parent.name for path in committed((".py",), "bot")}
    for words in WORDS.glob("*.ftl"):
        assert words.stem in modules | packages | {"common"}, f"{here(words)} has no module of its name in bot/"


def test_every_message_can_be_read_and_stands_once() -> None:
    places: dict[str, str] = {}
    for words in sorted(WORDS.glob("*.ftl")):
        for entry in ftl.parse(words.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.ast.Junk), f"{here(words)}: {entry.content}"
            if isinstance(entry, ftl.ast.Message):
                assert entry.id.name not in places, f"{entry.id.name}: in {places[entry.id.name]} and {here(words)}"
                places[entry.id.name] = here(words)


def test_labels_fit_on_a_button() -> None:
    """WhatsApp cuts at 20 characters. Labels with something filled in are checked where they are made."""
    for words in WORDS.glob("*.ftl"):
        for entry in ftl.parse(words.read_text("utf-8")).body:
            if isinstance(entry, ftl.ast.Message) and entry.id.name.startswith("button-") and entry.value:
                for label in plain_texts(entry.value):
                    assert len(label) <= 20, f"{here(words)}: {entry.id.name}, {len(label)} characters: {label}"


def test_dutch_stands_in_locales_alone() -> None:
    found = [
        f"{here(path)} {sorted(dutch_in(path.read_text('utf-8')))}"
        for path in committed((".html", ".js", ".css", ".svg", ".json"), "bot")
        if dutch_in(path.read_text("utf-8"))
    ]
    found += [
        f"{here(path)}:{text.lineno} {sorted(dutch_in(str(text.value)))}"
        for package in ("bot", "scheduling", "storage")
        for path in committed((".py",), package)
        if not here(path).startswith(CHAT_FORMAT)
        for text in texts(ast.parse(path.read_text("utf-8")))
        if dutch_in(str(text.value))
    ]
    assert not found, "Dutch belongs in locales/nl/:\n" + "\n".join(found)


@pytest.mark.parametrize("text", ["Wie kan er morgen?", "Dat heb ik gedaan.", "beurt"])
def test_the_eye_for_dutch_sees_it(text: str) -> None:
    assert dutch_in(text)


@pytest.mark.parametrize("text", ["open_shifts_between", "Give the connections back.", "nl", "de", "en", "zorgkring"])
def test_the_eye_for_dutch_leaves_english_alone(text: str) -> None:
    assert not dutch_in(text)


def test_every_dependency_is_pinned() -> None:
    """`make lock` was not forgotten."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
    }
    for name, dependencies in wanted.items():
        text = (ROOT / name).read_text("utf-8")
        pinned = {
            canonicalize_name(package): version for package, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.M)
        }
        for requirement in map(Requirement, dependencies):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version, f"{name} lacks {requirement.name}: run `make lock`"
            assert requirement.specifier.contains(version), f"{name} pins {requirement.name} {version}: run `make lock`"


def test_runtime_and_tests_pin_the_same_versions() -> None:
    lines = {
        name: set(re.findall(r"^[\w.-]+==[^\s;]+", (ROOT / name).read_text("utf-8"), re.M))
        for name in ("requirements.txt", "requirements-dev.txt")
    }
    assert lines["requirements.txt"] <= lines["requirements-dev.txt"]


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.txt")), ids=here)
def test_requirements_hold_names_versions_and_hashes_alone(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.!+]+( ; [^/@]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line), line


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = []
    for path in committed():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture
        found += [f"{here(path)}:{number}" for number, line in enumerate(lines, 1) if MACHINE_PATHS.search(line)]
    assert not found, "a path of one machine:\n" + "\n".join(found)


def test_make_knows_every_target_that_the_papers_name() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for path in [*committed((".md",)), ROOT / ".ci" / "run"]:
        for target in re.findall(r"(?:`|^|exec |\s{4})make ([a-z]+)", path.read_text("utf-8"), re.M):
            assert target in targets, f"{here(path)} says `make {target}`"


@pytest.mark.parametrize("name", ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Procfile", ".env.example"])
def test_the_papers_are_there(name: str) -> None:
    assert (ROOT / name).read_text("utf-8").strip()


def test_every_setting_stands_in_the_example() -> None:
    """.env.example names what bot/config.py reads, and nothing else."""
    if not (ROOT / "bot" / "config.py").exists():
        pytest.skip("bot/config.py is not written yet")
    settings = [
        kind
        for kind in vars(importlib.import_module("bot.config")).values()
        if isinstance(kind, type) and issubclass(kind, BaseSettings) and kind is not BaseSettings
    ]
    read = {
        f"{kind.model_config.get('env_prefix', '')}{name}".upper() for kind in settings for name in kind.model_fields
    }
    example = (ROOT / ".env.example").read_text("utf-8")
    assert set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", example, re.M)) == read
