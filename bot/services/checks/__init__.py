"""The rules of truth: what an engine claims, held against the article's own sentences.

A statement is asked (`statements`), from the cheapest question to the subtlest, whether

1. it carries a link, a mention, markup or an order to somebody (`smuggling`);
2. it is a copy, which passes, and its quotations are verbatim (`verbatim`);
3. its names are cited, or stand for what is (`names`, `references`);
4. its numbers and dates are cited, with their units, or follow (`figures`, `reckoning`, `shares`, `dates`);
5. its offices are “former”, “acting” and the like where the article says so (`qualifiers`);
6. it says no where its sentences do: no word turned (`opposition`), no “not” put in (`added`), left out of a
   copy (`copies`), or lost in other words (`dropped`), all of it led by `polarity`;
7. a name stands where another one belongs (`binding`);
8. the words of every clause are cited, or mean what is (`support`);
9. a plan is told as done (`deeds`).

What is cited is `evidence`. A text is read by `words` (with `stems`), `numbers`, `naming`, `negation` and
`moods`; `lexicon` knows which words mean the same, `opposites` and `contraries` which deny each other.
"""

from bot.services.checks.check import Checked, check
from bot.services.checks.evidence import Known

__all__ = ["Checked", "Known", "check"]
