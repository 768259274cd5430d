"""What says that a name is a person's in languages without a model: an office beside it, a verb of speech."""

import re

_OFFICES = """
    präsident minister kanzler bundeskanzler bürgermeister oberbürgermeister sprecher sekretär staatssekretär
    senator abgeordnete richter staatsanwalt general trainer ökonom anwalt professor geschäftsführer
    vorsitzende direktor landrat kommissar bischof architekt intendant
    president ministr alcald portavoz director secretari gobernador senador diputad juez jueza fiscal coronel
    entrenador analista economista abogad profesor escritor jefe jefa líder comisari obispo arquitect
    président ministre maire porte-parole directeur directrice secrétaire gouverneur sénateur sénatrice député
    juge procureur entraîneur économiste avocat professeur écrivain évêque architecte
    prefeit porta-voz diretor governador deputad juiz juíza procurador treinador advogad arquitet
    sindac portavoce direttore direttrice segretari governatore giudice allenatore avvocat professore
    architett
    президент министр губернатор мэр депутат директор представител председател глав
"""
_OF_OLD = """
    früher ehemalig einstig damalig bisherig amtierend designiert kommissarisch stellvertretend
    antigu exmo entonces anterior ancien ancienne então antig
    бывш
"""
"""What an office is said with when it is no longer, or not fully, held; it belongs to the role as printed."""
_KINDS = """
    general ejecutivo ejecutiva interino interina saliente electo electa adjunto adjunta delegado delegada
    général générale adjoint adjointe sortant sortante geral executivo executiva adjunto generale esecutivo
"""
"""What follows a word for an office and belongs to it: “director general”."""
_LINKS = (
    r"(?:de(?: la| los| las|l)?|d[aoe]s?|n[ao]s?|du|des|della?|dei|delle|degli|di|der|dem|den|für|von|vom|im"
    r"|para|pour|en|la|el|по)"
)
_ARTICLES = r"(?:l[aeo]s?|el|los|d(?:er|ie|as|en|em|es)|[ao]s?|il|gli|i)"
_SPEAKING = """
    sagte sagt erklärte betonte dijo afirmó señaló aseguró declaró explicó disse afirmou declarou explicou
    déclaré expliqué affirmé detto dichiarato spiegato сообщил сообщила заявил заявила сказал сказала
"""
_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_OFFICE = rf"(?:ex|vi[cz]e|sub)?(?:{'|'.join(sorted(_OFFICES.split(), key=len, reverse=True))})[^\W\d_]*"
_ONCE = rf"(?:{'|'.join(_OF_OLD.split())})[^\W\d_]* "
_KIND = rf" (?:{'|'.join(_KINDS.split())})\b"
_HELD = rf"(?:{_ONCE})?(?:[^\W\d_]+-)?{_OFFICE}(?:{_KIND})?"
_OF = rf"(?: {_LINKS} (?!{_ARTICLES}\b){_WORD})"
_FOR = rf"(?: (?:{_LINKS} |(?=d(?:ell)?[’'])){_WORD}(?: {_WORD}){{0,7}})"
_BEFORE = re.compile(rf"\b(?P<office>{_HELD}(?:{_FOR},|{_OF}{{0,2}},?)) $", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?: \([^()]{{1,20}}\))?, (?:{_ARTICLES} )?(?P<office>{_HELD}{_FOR}?)(?=[,.;)])", re.IGNORECASE
)
_OF_OLD_BEFORE = re.compile(rf"\b{_ONCE}$", re.IGNORECASE)
_WHOLE = re.compile(_OFFICE, re.IGNORECASE)
_SPOKE = re.compile(rf"\b(?:{'|'.join(_SPEAKING.split())}) $")
_REACH = 120


def office_before(text: str, start: int) -> str | None:
    """The office printed right before a place in a text: “la ministra de Hacienda, ”."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return found["office"].rstrip(",") if found else None


def office_after(text: str, end: int) -> str | None:
    """The office set off by commas right behind a place in a text: “, alcaldesa de Cádiz,”."""
    found = _AFTER.match(text, end, end + _REACH)
    return found["office"] if found else None


def is_office(word: str) -> bool:
    """Whether a capitalised word names an office (“Bürgermeisterin”)."""
    return _WHOLE.fullmatch(word) is not None


def of_old(text: str, start: int) -> str:
    """“frühere ” before an office that is no longer held; empty where nothing of the kind is printed."""
    found = _OF_OLD_BEFORE.search(text, max(0, start - _REACH), start)
    return found.group() if found else ""


def said_by(text: str, start: int) -> bool:
    """Whether a verb of speech stands right before: “sagte ”."""
    return _SPOKE.search(text, max(0, start - _REACH), start) is not None
