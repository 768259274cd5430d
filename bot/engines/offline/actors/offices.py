"""What says that a name is a person's in languages without a model: an office beside it, a verb of speech."""

import re
from collections.abc import Iterator

from bot.domain.article import Article
from bot.domain.reading import ActorClaim, Kind

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


_HAN = "[\u4e00-\u9fff]"
_ZH_OFFICES = (
    "主席|总统|总理|部长|省长|市长|县长|局长|院长|校长|会长|董事长|总经理|总裁|发言人|主任|书记|秘书长"
    "|大使|教授"
)
_ZH_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_KO_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄채원천방공현"
)
_KO_OFFICES = "대통령|총리|장관|차관|시장|지사|대표|회장|사장|의원|위원장|대변인|교수|감독|원장|총장|청장"
_AR_OFFICES = r"(?:ال)?(?:رئيس|وزير|متحدث|محافظ|مدير|سفير|أمين|نائب|قائد|مبعوث)ة?(?: (?:ال|باسم )\w+){0,3}"
_AR_NO_NAMES = (
    "رئيس|وزير|وزراء|وزارة|نائب|مدير|أمين|باسم|عام|مجلس|خارجية|داخلية|دفاع|مالية|هيئة|لجنة|شركة|جامعة|بنك|حزب|منظمة"
    "|اتحاد|مركز|مكتب|حكومة|دولة|بلدية|منطقة|مدينة|جمعية|مؤسسة|منتخب|قسم|إدارة|شؤون|أركان|بعثة|وفد|جيش|قوات|شرطة"
    "|محكمة|وكالة|صندوق|أمن|إلى|على|خلال|بعد|قبل|أمس|يوم"
)
"""What begins no name behind an office: “(رئيس) مجلس النواب” is a body."""
_FA_OFFICES = (
    r"(?:وزیر|رئیس|سخنگوی|مدیر|مدیرعامل|دبیر|نماینده|استاندار|شهردار|معاون|سفیر|فرمانده|فرماندار|دادستان|سرمربی"
    r"|نخست[ \u200c]وزیر)(?:[ \u200c][^\s،.]+){0,5}"
)
_OPENS = r"(?:^|(?<=[.؛:«؟»] )|(?<=«)|(?<=\) - ))"
"""Where a name may open what is said."""

_PEOPLE = {
    "zh": re.compile(
        rf"(?P<office>{_ZH_OFFICES})(?P<name>[{_ZH_SURNAMES}]{_HAN}{{1,2}}?)"
        r"(?=表示|说|称|指出|强调|认为|透露|宣布|告诉|介绍|在|对|于|和|与|[，、。])"
    ),
    "ja": re.compile(rf"(?<!{_HAN})(?P<name>{_HAN}{{2,5}})(?P<office>)(?=氏|さん)"),
    "ko": re.compile(
        rf"(?<![가-힣])(?P<name>[{_KO_SURNAMES}][가-힣]{{2}}) (?P<office>(?:[가-힣]+ )?(?:{_KO_OFFICES}))"
    ),
    "ar": re.compile(
        rf"\b(?P<office>{_AR_OFFICES}) (?P<name>(?!ال|(?:{_AR_NO_NAMES})\b)\w{{3,}} (?:\w+ )?\w{{3,}})"
        r"(?=،|,|\.| (?:إن|أن|في|خلال|أمس|اليوم|على|عن|من|إلى|مع|يوم|قد|بعد|قبل|لـ)\b)"
    ),
    "fa": re.compile(rf"\b(?P<office>{_FA_OFFICES})، (?P<name>[^\s،.]+(?: [^\s،.]+){{1,2}})، "),
}
"""By language: an office with a name after it, or a name with its office or form of address behind it."""

_INTRODUCED = {
    "ar": re.compile(
        rf"{_OPENS}(?P<name>(?!ال|(?:{_AR_NO_NAMES})\b)\w{{3,}}(?: \w{{2,}}){{1,2}})، "
        rf"(?P<office>{_AR_OFFICES})، "
    ),
    "fa": re.compile(
        rf"{_OPENS}(?P<name>(?!(?:{_FA_OFFICES}))[^\s،.]+(?: [^\s،.]+){{1,2}})، (?P<office>{_FA_OFFICES})، "
    ),
}
"""A name that opens a sentence with its office set off behind it."""

CASELESS = frozenset(_PEOPLE)
"""Languages whose scripts have no capitals: only people with an office or a form of address are found."""


def find_people(article: Article) -> tuple[ActorClaim, ...]:
    """The people whom the article introduces, in its order, with their offices as printed."""
    offices: dict[str, str] = {}
    for sentence in article.sentences:
        for found in _introduced("" if sentence.heading else sentence.text, article.language or ""):
            offices.setdefault(found["name"], found["office"])
    return tuple(_claim(article, name, office) for name, office in offices.items())


def _introduced(text: str, language: str) -> Iterator[re.Match[str]]:
    yield from _PEOPLE[language].finditer(text)
    if language in _INTRODUCED:
        yield from _INTRODUCED[language].finditer(text)


def _claim(article: Article, name: str, office: str) -> ActorClaim:
    naming = [sentence.id for sentence in article.sentences if name in sentence.text]
    return ActorClaim(name, Kind.PERSON, office or None, (), tuple(naming[:3]))
