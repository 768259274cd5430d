"""The words of time in other languages than English, each with the English words that the grammar reads.

Names: Unicode CLDR. Only what dates need: months, weekdays, today and tomorrow, this and next, by and from.
"""

from functools import cache

from bot.services.dating.words import MONTHS, WEEKDAYS

_MONTH_NAMES = [name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"}]  # noqa: PLR2004
_WEEKDAY_NAMES = [name for name in WEEKDAYS if name.endswith("day")]

_MONTHS = {
    "es": """
        enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre
        diciembre
    """,
    "fr": """
        janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre
        décembre|decembre
    """,
    "de": """
        januar|jänner februar märz april mai juni juli august september oktober november dezember
    """,
    "pt": """
        janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro
        dezembro
    """,
    "it": """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
        dicembre
    """,
    "ru": """
        января|январе|январь февраля|феврале|февраль марта|марте|март апреля|апреле|апрель
        мая|мае|май июня|июне|июнь июля|июле|июль августа|августе|август сентября|сентябре|сентябрь
        октября|октябре|октябрь ноября|ноябре|ноябрь декабря|декабре|декабрь
    """,
    "ar": """
        يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز
        أغسطس|آب سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول
    """,
    "fa": """
        ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر
    """,
}
_WEEKDAYS = {
    "es": """
        lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo
    """,
    "fr": """
        lundi mardi mercredi jeudi vendredi samedi dimanche
    """,
    "de": """
        montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
    """,
    "pt": """
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
    """,
    "it": """
        lunedì martedì mercoledì giovedì venerdì sabato domenica
    """,
    "ru": """
        понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье
    """,
    "ar": """
        الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    """,
    "fa": """
        دوشنبه سه_شنبه چهارشنبه پنجشنبه|پنج_شنبه جمعه شنبه یکشنبه
    """,
}
_OTHERS = {
    "es": """
        hoy=today mañana=tomorrow pasado_mañana=the_day_after_tomorrow ayer=yesterday de=of del=of
        el=the la=the en=in próximo=next próxima=next este=this esta=this pasado=last pasada=last
        semana=week mes=month año=year hasta=until hasta_el=until antes_del=before antes_de=before
        a_partir_del=from desde_el=from entre=between entre_el=between y=and y_el=and al=to
        a_más_tardar_el=no_later_than a_las=at finales_de=end_of principios_de=start_of
        mediados_de=mid del_próximo=next de_este=this el_próximo=next
    """,
    "fr": """
        aujourd'hui=today demain=tomorrow après-demain=the_day_after_tomorrow hier=yesterday de=of du=of
        le=the la=the en=in prochain=next prochaine=next ce=this cette=this dernier=last
        semaine=week mois=month année=year jusqu'au=until avant_le=before à_partir_du=from
        entre=between entre_le=between et=and et_le=and au=to fin=end_of début=start_of dès_le=from
        1er=1
    """,
    "de": """
        heute=today morgen=tomorrow übermorgen=the_day_after_tomorrow gestern=yesterday am=on im=in
        nächsten=next nächste=next kommenden=next diesen=this dieser=this diese=this letzten=last
        woche=week monat=month jahr=year jahres=year bis=until bis_zum=until vor_dem=before
        ab_dem=from ab=from zwischen=between zwischen_dem=between und=and und_dem=and zum=to
        ende=end_of anfang=start_of mitte=mid spätestens_am=no_later_than uhr=hours vom=from dem=the
        den=the des=of
    """,
    "pt": """
        hoje=today amanhã=tomorrow depois_de_amanhã=the_day_after_tomorrow ontem=yesterday de=of do=of
        o=the a=the em=in no=on na=on próximo=next próxima=next este=this esta=this passado=last
        passada=last semana=week mês=month ano=year até=until até_o_dia=until antes_de=before
        a_partir_de=from entre=between entre_os_dias=between e=and ao=to fim_de=end_of
        início_de=start_of dia=_
    """,
    "it": """
        oggi=today domani=tomorrow dopodomani=the_day_after_tomorrow ieri=yesterday di=of del=of il=the
        prossimo=next prossima=next questo=this questa=this scorso=last scorsa=last settimana=week
        mese=month anno=year entro=by entro_il=by fino_al=until prima_del=before dal=from
        tra=between fra=between e=and al=to fine=end_of inizio=start_of
    """,
    "ru": """
        сегодня=today завтра=tomorrow послезавтра=the_day_after_tomorrow вчера=yesterday года=_ году=_
        год=year в=in во=on следующий=next следующую=next следующей=next следующем=next эту=this
        этот=this этом=this прошлый=last прошлой=last неделе=week неделю=week месяце=month до=until
        с=from между=between и=and по=to конца=end_of начала=start_of не_позднее=no_later_than к=by
    """,
    "ar": """
        اليوم=today غدا=tomorrow غداً=tomorrow بعد_غد=the_day_after_tomorrow أمس=yesterday في=in يوم=on
        حتى=until قبل=before من=from بين=between إلى=to القادم=next المقبل=next
    """,
    "fa": """
        امروز=today فردا=tomorrow پس_فردا=the_day_after_tomorrow دیروز=yesterday در=in تا=until از=from
        سال=_ فروردین=farvardin اردیبهشت=ordibehesht خرداد=khordad تیر=tir مرداد=mordad
        شهریور=shahrivar مهر=mehr آبان=aban آذر=azar دی=dey بهمن=bahman اسفند=esfand
    """,
    "zh": """
        今天=today 明天=tomorrow 后天=the_day_after_tomorrow 昨天=yesterday 今日=today 明日=tomorrow
        周一=monday 周二=tuesday 周三=wednesday 周四=thursday 周五=friday 周六=saturday 周日=sunday
        星期一=monday 星期二=tuesday 星期三=wednesday 星期四=thursday 星期五=friday 星期六=saturday
        星期日=sunday 下周=next_week 本周=this_week 下个月=next_month 本月=this_month 明年=next_year
        今年=this_year 到=to 至=to
    """,
}
LANGUAGES = frozenset(_OTHERS)
"""ISO 639-1 codes of the languages whose dates are read besides English."""


@cache
def lexicon(language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """One to four words of a language, each with the English words that stand for them; empty for others."""
    words: dict[tuple[str, ...], tuple[str, ...]] = {}
    for table, names in ((_MONTHS, _MONTH_NAMES), (_WEEKDAYS, _WEEKDAY_NAMES)):
        for forms, name in zip(table.get(language, "").split(), names, strict=False):
            words |= {_split(form): (name,) for form in forms.split("|")}
    for pair in _OTHERS.get(language, "").split():
        printed, _, english = pair.partition("=")
        words[_split(printed)] = tuple(word for word in english.split("_") if word)
    return words


def _split(printed: str) -> tuple[str, ...]:
    return tuple(printed.replace("-", " - ").replace("'", " ' ").replace("_", " ").split())
