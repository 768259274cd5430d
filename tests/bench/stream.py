"""People who ask for briefs all the time, and what the fake Discord's record says of their requests."""

from tests.bench.acknowledge import short
from tests.chaos.verdict import is_progress
from tests.loopback.discord.record import Entry
from tests.loopback.discord.remote import Remote


class Stream:
    """Requests by command, each for an article of its own by a person of their own.

    `asked`: how many; `after`: the seconds until each acknowledgement; `answered`: when each had its answer, in
    seconds since 1970; `failed`: how many of these are no briefs.
    """

    def __init__(self, remote: Remote) -> None:
        self.asked = 0
        self.after: list[float] = []
        self.answered: dict[str, float] = {}
        self.failed = 0
        self._remote = remote
        self._seen = 0

    @property
    def waiting(self) -> int:
        """Requests that have no answer yet, as of the last look."""
        return self.asked - len(self.answered)

    async def ask(self, number: int) -> None:
        """So many requests, all in the same instant."""
        if number > 0:
            numbers = range(self.asked, self.asked + number)
            self.asked += number
            await self._remote.burst("brief", [{"text": short(one)} for one in numbers])

    async def look(self) -> None:
        """Take in what happened since the last look."""
        entries = await self._remote.record(self._seen)
        self._seen += len(entries)
        for entry in entries:
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        if entry.what == "callback":
            self.after.append(float(str(entry.details["after"])))
        elif entry.what == "edit" and not is_progress(str(entry.details["text"])):
            self.answered.setdefault(str(entry.details["interaction"]), entry.at)
            self.failed += "Incident" in str(entry.details["text"])
