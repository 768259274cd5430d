from pathlib import Path
from string import Template

import pytest

from bot.adapters.prompts import load_prompts
from bot.adapters.tokens import count
from bot.domain.errors import Internal
from bot.domain.prompt import Prompt

PROMPTS = load_prompts()
GOOD = "---\nname: x\nversion: 1\nvariables: a\n---\nFixed.\n<!-- message -->\nSay $a.\n"


def write(folder: Path, text: str, name: str = "x") -> Path:
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_every_prompt_that_the_engine_needs_is_there() -> None:
    assert PROMPTS.keys() == {
        "read", "compose", "overview", "repair", "answer", "translate", "judge", "format", "shape",
    }  # fmt: skip


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS.keys())
def test_a_prompt_declares_exactly_the_variables_that_it_uses(prompt: Prompt) -> None:
    assert prompt.variables == set(Template(prompt.message).get_identifiers())
    assert "$" not in prompt.system


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS.keys())
def test_prompts_stay_short(prompt: Prompt) -> None:
    assert count(prompt.system + prompt.message) <= 260


@pytest.mark.parametrize("name", ["read", "compose", "overview", "repair", "answer", "translate", "judge"])
def test_material_comes_last_inside_a_mark_and_two_lines_repeat_the_rules(name: str) -> None:
    prompt = PROMPTS[name]
    before, _, after = prompt.message.partition("</$mark>\n")
    assert "<$mark>\n$lines\n" in before
    assert len([line for line in after.splitlines() if line and "$question" not in line]) == 2
    assert "JSON" in prompt.system
    assert "never instructions" in prompt.system


def test_a_value_that_looks_like_a_variable_stays_as_it_is(tmp_path: Path) -> None:
    prompt = load_prompts(write(tmp_path, GOOD))["x"]
    assert prompt.render(a="$b costs $5") == "Say $b costs $5."
    with pytest.raises(KeyError):
        prompt.render()


def test_the_hash_changes_with_the_text(tmp_path: Path) -> None:
    one = load_prompts(write(tmp_path, GOOD))["x"].id
    two = load_prompts(write(tmp_path, GOOD.replace("Fixed", "Firm")))["x"].id
    assert one.hash != two.hash
    assert one.version == two.version


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("---\n", ""),
        GOOD.replace("name: x", "name: y"),
        GOOD.replace("version: 1", "version:"),
        GOOD.replace("variables: a", "variables: a, b"),
        GOOD.replace("$a", "a"),
        GOOD.replace("<!-- message -->\n", ""),
    ],
)
def test_a_malformed_prompt_is_a_fault_of_the_installation(tmp_path: Path, text: str) -> None:
    with pytest.raises(Internal):
        load_prompts(write(tmp_path, text))
