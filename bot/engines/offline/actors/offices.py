"""What says that a name is a person's in languages without a model: an office before it, a verb of speech."""

import re

_OFFICES = """
    präsident minister kanzler bundeskanzler bürgermeister oberbürgermeister sprecher sekretär staatssekretär
    senator abgeordnete richter staatsanwalt general trainer ökonom anwalt professor geschäftsführer
    vorsitzende direktor landrat kommissar bischof
    president ministr alcald portavoz director secretari gobernador senador diputad juez jueza fiscal coronel
    entrenador analista economista abogad profesor escritor jefe jefa líder comisari obispo
    président ministre maire porte-parole directeur directrice secrétaire gouverneur sénateur sénatrice député
    juge procureur entraîneur économiste avocat professeur écrivain évêque
    prefeit porta-voz diretor governador deputad juiz juíza procurador treinador advogad
    sindac portavoce direttore direttrice segretari governatore giudice allenatore avvocat professore
    президент министр губернатор мэр депутат директор представител председател глав
"""
_LINKS = r"(?:de(?: la| los| las|l)?|d[aoe]s?|du|della?|di|der|für|la|el)"
_SPEAKING = """
    sagte sagt erklärte betonte dijo afirmó señaló aseguró declaró explicó disse afirmou declarou explicou
    déclaré expliqué affirmé detto dichiarato spiegato сообщил сообщила заявил заявила сказал сказала
"""
_OFFICE = rf"(?:{'|'.join(sorted(_OFFICES.split(), key=len, reverse=True))})[^\W\d_]*"
_BEFORE = re.compile(
    rf"\b(?P<office>(?:[^\W\d_]+-)?{_OFFICE}(?: {_LINKS} [^\W\d_]+(?: {_LINKS} [^\W\d_]+)?)?),? $",
    re.IGNORECASE,
)
_WHOLE = re.compile(_OFFICE, re.IGNORECASE)
_SPOKE = re.compile(rf"\b(?:{'|'.join(_SPEAKING.split())}) $")
_REACH = 80


def office_before(text: str, start: int) -> str | None:
    """The office printed right before a place in a text: “la ministra de Hacienda, ”."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return found["office"] if found else None


def is_office(word: str) -> bool:
    """Whether a capitalised word names an office (“Bürgermeisterin”)."""
    return _WHOLE.fullmatch(word) is not None


def said_by(text: str, start: int) -> bool:
    """Whether a verb of speech stands right before: “sagte ”."""
    return _SPOKE.search(text, max(0, start - _REACH), start) is not None
