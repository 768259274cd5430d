"""What tests of the web stand on: a quick fetcher for a peer on loopback, and name servers that say what they should."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.adapters.web.fetcher import Web
from bot.adapters.web.limits import Limits
from tests.loopback.peer import Peer

QUICK = Limits(total=1.0, automatic_gap=0.0)


@dataclass
class Names:
    """A name server with a table; each name may answer differently the next time. `asked` is what it was asked."""

    table: dict[str, list[list[str]]] = field(default_factory=dict)
    otherwise: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        assert port
        self.asked.append(host)
        answers = self.table.get(host)
        found = self.otherwise if answers is None else answers.pop(0) if len(answers) > 1 else answers[0]
        if not found:
            raise OSError("no such name")
        return found


def lifting(*peers: Peer, limits: Limits = QUICK, **others: object) -> Web:
    """A web in which these peers may be fetched although they are on loopback."""
    return Web(lifted=frozenset(peer.origin for peer in peers), limits=limits, **others)  # type: ignore[arg-type]
