"""Time zones that somebody may mean."""

from collections.abc import Sequence

from babel.core import get_global


def zones_of(locale: str) -> Sequence[str]:
    """The zones of the country that most speak the language of one of Discord's locales (`pt-BR`, `de`)."""
    language, _, country = locale.partition("-")
    likely: str = get_global("likely_subtags").get(language, "")
    territory = country if country.isalpha() else likely.rpartition("_")[2]
    zones: Sequence[str] = get_global("territory_zones").get(territory, ())
    return zones
