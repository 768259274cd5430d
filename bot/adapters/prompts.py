"""Prompts from Markdown files: `prompts/` of a checkout, `bot/prompts` of an installed package."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from string import Template

from bot.domain.errors import Internal
from bot.domain.prompt import Prompt

PACKAGE = Path(__file__).parents[1]
MESSAGE = "<!-- message -->"
"""The line between the fixed part and the part that is written for each request."""


def load_prompts(folder: Path | None = None) -> Mapping[str, Prompt]:
    """Every prompt by name; Internal when a file is not of the shape that `prompts/README.md` describes."""
    found = [_prompt(path) for path in sorted((folder or _folder()).glob("[a-z]*.md"))]
    return {prompt.name: prompt for prompt in found}


def _folder() -> Path:
    shipped = PACKAGE / "prompts"
    return shipped if shipped.is_dir() else PACKAGE.parent / "prompts"


def _prompt(path: Path) -> Prompt:
    text = path.read_text(encoding="utf-8")
    start, _, rest = text.partition("---\n")
    front, closed, body = rest.partition("---\n")
    system, marked, message = body.partition(f"{MESSAGE}\n")
    if start or not closed or not marked:
        raise Internal(f"The prompt {path.name} lacks its front matter or its line {MESSAGE}.")
    fields = dict(_field(line) for line in front.splitlines())
    variables = frozenset(filter(None, fields.get("variables", "").split(", ")))
    if fields.get("name") != path.stem or not fields.get("version"):
        raise Internal(f"The front matter of the prompt {path.name} must give its name and version.")
    if variables != frozenset(Template(message).get_identifiers()):
        raise Internal(f"The prompt {path.name} must declare exactly the variables that it uses.")
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Prompt(path.stem, fields["version"], digest, variables, system.strip(), message.rstrip("\n"))


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()
