"""The words of time in other languages than English, each with the English words that the grammar reads.

Names: Unicode CLDR. Only what dates need: months, weekdays, today and tomorrow, this and next, by and from.
"""

from collections.abc import Iterator
from functools import cache

from bot.services.dating.words import MONTH_NAMES, WEEKDAY_NAMES


def _by_language(text: str) -> dict[str, list[str]]:
    """The words behind each code of a language and its colon."""
    tables, code = dict[str, list[str]](), ""
    for word in text.split():
        if word.endswith(":"):
            code = word[:-1]
        tables.setdefault(code, []).append(word)
    return {code: words[1:] for code, words in tables.items()}


_MONTHS = _by_language("""
es: enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre
fr: janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre
  décembre|decembre
de: januar|jänner februar märz april mai juni juli august september oktober november dezember
pt: janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro dezembro
it: gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
ru: января|январе|январь февраля|феврале|февраль марта|марте|март апреля|апреле|апрель мая|мае|май
  июня|июне|июнь июля|июле|июль августа|августе|август сентября|сентябре|сентябрь октября|октябре|октябрь
  ноября|ноябре|ноябрь декабря|декабре|декабрь
ar: يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب
  سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول
fa: ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر
""")
_WEEKDAYS = _by_language("""
es: lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo
fr: lundi mardi mercredi jeudi vendredi samedi dimanche
de: montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
pt: segunda-feira terça-feira|na_terça quarta-feira|na_quarta quinta-feira|na_quinta sexta-feira|na_sexta
  sábado domingo
it: lunedì martedì mercoledì giovedì venerdì sabato domenica
ru: понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье
ar: الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
fa: دوشنبه|دو_شنبه سه_شنبه|سهشنبه چهارشنبه|چهار_شنبه پنجشنبه|پنج_شنبه جمعه شنبه یکشنبه|یک_شنبه
zh: 周一|週一|星期一 周二|週二|星期二 周三|週三|星期三 周四|週四|星期四 周五|週五|星期五 周六|週六|星期六
  周日|周天|週日|星期日|星期天
ja: 月曜日|月曜 火曜日|火曜 水曜日|水曜 木曜日|木曜 金曜日|金曜 土曜日|土曜 日曜日|日曜
ko: 월요일 화요일 수요일 목요일 금요일 토요일 일요일
""")
_IN_WEEK = _by_language("""
zh: 下=next_week 本=this_week 这=this_week 這=this_week 上=last_week 下下=the_week_after_next
  上上=the_week_before_last
ja: 来週=next_week 今週=this_week 先週=last_week 再来週=the_week_after_next 先々週=the_week_before_last
  来週_の=next_week 今週_の=this_week 先週_の=last_week 再来週_の=the_week_after_next
  先々週_の=the_week_before_last
ko: 다음_주=next_week 이번_주=this_week 지난_주=last_week 다다음_주=the_week_after_next
  지지난_주=the_week_before_last
""")
"""What before a weekday says of which week it is (“下周五”)."""
_OTHERS = _by_language("""
es: hoy=today mañana=tomorrow pasado_mañana=the_day_after_tomorrow ayer=yesterday
  anteayer=the_day_before_yesterday anoche=last_night esta_noche=tonight esta_mañana=this_morning
  por_la_mañana=morning por_la_tarde=afternoon por_la_noche=evening de=of del=of el=the la=the en=in
  dentro_de=in próximo=next próxima=next próximos=next próximas=next proximo=next este=this esta=this
  pasado=last pasada=last semana=week semanas=weeks mes=month meses=months año=year años=years días=days
  horas=hours minutos=minutes un=a una=a la_próxima_semana=next_week semana_próxima=next_week
  semana_que_viene=next_week mes_que_viene=next_month año_que_viene=next_year semana_pasada=last_week
  mes_pasado=last_month año_pasado=last_year fin_de_semana=weekend hasta=until hasta_el=until
  antes_del=before antes_de=before a_partir_del=from desde_el=from entre=between entre_el=between y=and
  y_el=and al=to a_más_tardar_el=no_later_than a_las=at a_la=at finales_de=end_of fines_de=end_of
  principios_de=start_of comienzos_de=start_of mediados_de=mid del_próximo=next de_este=this
  el_próximo=next primer=first primera=first segundo=second segunda=second tercer=third cuarto=fourth
  trimestre=quarter semestre=half primavera=spring verano=summer otoño=autumn invierno=winter dos=two
  tres=three cuatro=four cinco=five seis=six siete=seven ocho=eight nueve=nine diez=ten once=eleven
  doce=twelve navidad=christmas nochebuena=christmas_eve nochevieja=new_year_'s_eve
  año_nuevo=new_year_'s_day viernes_santo=good_friday domingo_de_pascua=easter_sunday
fr: aujourd'hui=today demain=tomorrow après-demain=the_day_after_tomorrow hier=yesterday
  avant-hier=the_day_before_yesterday ce_soir=tonight ce_matin=this_morning cet_après-midi=this_afternoon
  de=of du=of d'=of le=the la=the en=in dans=in prochain=next prochaine=next prochains=next
  prochaines=next ce=this cet=this cette=this dernier=last dernière=last semaine=week semaines=weeks
  mois=month année=year ans=years an=year jours=days heures=hours minutes=minutes un=a une=a
  semaine_prochaine=next_week mois_prochain=next_month année_prochaine=next_year
  l'année_prochaine=next_year an_prochain=next_year l'an_prochain=next_year semaine_dernière=last_week
  mois_dernier=last_month année_dernière=last_year l'an_dernier=last_year week-end=weekend jusqu'au=until
  avant_le=before avant_la=before avant=before à_partir_du=from entre=between entre_le=between et=and
  et_le=and au=to d'ici=by d'ici_au=by d'ici_à=by fin=end_of la_fin=the_end début=start_of mi=mid
  dès_le=from à=at 1er=1 premier=first première=first deuxième=second troisième=third quatrième=fourth
  trimestre=quarter semestre=half printemps=spring l'été=summer cet_été=this_summer automne=autumn
  l'automne=autumn hiver=winter l'hiver=winter deux=two trois=three quatre=four cinq=five six=six
  sept=seven huit=eight neuf=nine dix=ten onze=eleven douze=twelve noël=christmas noel=christmas
  pâques=easter pentecôte=pentecost vendredi_saint=good_friday nouvel_an=new_year_'s_day
de: heute=today morgen=tomorrow übermorgen=the_day_after_tomorrow gestern=yesterday
  vorgestern=the_day_before_yesterday heute_abend=tonight heute_nachmittag=this_afternoon
  heute_früh=this_morning am=on im=in um=at in_einer=in_a in_einem=in_a nächsten=next nächste=next
  nächster=next nächstes=next nächstem=next kommenden=coming kommende=coming kommendes=coming diesen=this
  dieser=this diese=this dieses=this diesem=this letzten=last letzte=last letzter=last vergangenen=last
  vergangene=last vorigen=last vorige=last woche=week wochen=weeks wochenende=weekend monat=month
  monats=month monate=months monaten=months jahr=year jahres=year jahre=years jahren=years tag=day
  tage=days tagen=days stunden=hours minuten=minutes bis=until bis_zum=until bis_ende=until_end_of
  vor_dem=before ab_dem=from ab=from zwischen=between zwischen_dem=between und=and und_dem=and zum=to
  ende=end_of anfang=start_of mitte=mid spätestens_am=no_later_than vom=from dem=the den=the des=of
  ersten=first erstes=first erste=first zweiten=second zweites=second zweite=second dritten=third
  drittes=third vierten=fourth viertes=fourth quartal=quarter quartals=quarter halbjahr=half
  frühjahr=spring frühling=spring sommer=summer herbst=autumn zwei=two drei=three vier=four fünf=five
  sechs=six sieben=seven acht=eight neun=nine zehn=ten elf=eleven zwölf=twelve weihnachten=christmas
  heiligabend=christmas_eve silvester=new_year_'s_eve neujahr=new_year_'s_day ostern=easter
  ostermontag=easter_monday karfreitag=good_friday gründonnerstag=maundy_thursday
  aschermittwoch=ash_wednesday pfingsten=pentecost pfingstmontag=whit_monday
pt: hoje=today amanhã=tomorrow depois_de_amanhã=the_day_after_tomorrow ontem=yesterday
  anteontem=the_day_before_yesterday esta_noite=tonight de=of do=of da=of o=the a=the em=in no=on na=on
  dentro_de=in próximo=next próxima=next próximos=next próximas=next este=this esta=this neste=this
  nesta=this deste=this desta=this passado=last passada=last semana=week semanas=weeks mês=month
  meses=months ano=year anos=years dias=days horas=hours minutos=minutes um=a uma=a
  na_próxima_semana=next_week semana_que_vem=next_week mês_que_vem=next_month ano_que_vem=next_year
  semana_passada=last_week mês_passado=last_month ano_passado=last_year fim_de_semana=weekend até=until
  até_o_dia=until até_o=until até_ao=until antes_de=before antes_do=before a_partir_de=from entre=between
  entre_os_dias=between e=and ao=to às=at fim_de=end_of fim_do=end_of_the final_de=end_of
  final_do=end_of_the início_de=start_of início_do=start_of_the começo_de=start_of meados_de=mid dia=_
  primeiro=first primeira=first segundo=second terceiro=third quarto=fourth trimestre=quarter
  semestre=half primavera=spring verão=summer outono=autumn inverno=winter dois=two duas=two três=three
  quatro=four cinco=five seis=six sete=seven oito=eight nove=nine dez=ten onze=eleven doze=twelve
  natal=christmas páscoa=easter sexta-feira_santa=good_friday
it: oggi=today domani=tomorrow dopodomani=the_day_after_tomorrow ieri=yesterday di=of del=of il=the
  prossimo=next prossima=next questo=this questa=this scorso=last scorsa=last settimana=week mese=month
  anno=year entro=by entro_il=by fino_al=until prima_del=before dal=from tra=between fra=between e=and
  al=to fine=end_of inizio=start_of
ru: сегодня=today завтра=tomorrow послезавтра=the_day_after_tomorrow вчера=yesterday года=_ году=_
  год=year в=in во=on следующий=next следующую=next следующей=next следующем=next эту=this этот=this
  этом=this прошлый=last прошлой=last неделе=week неделю=week месяце=month до=until с=from между=between
  и=and по=to конца=end_of начала=start_of не_позднее=no_later_than к=by
ar: اليوم=today غدا=tomorrow غداً=tomorrow بعد_غد=the_day_after_tomorrow أمس=yesterday في=in يوم=on
  حتى=until قبل=before من=from بين=between إلى=to القادم=next المقبل=next
fa: امروز=today فردا=tomorrow پس_فردا=the_day_after_tomorrow دیروز=yesterday در=in تا=until از=from سال=_
  فروردین=farvardin اردیبهشت=ordibehesht خرداد=khordad تیر=tir مرداد=mordad شهریور=shahrivar مهر=mehr
  آبان=aban آذر=azar دی=dey بهمن=bahman اسفند=esfand
zh: 今天=today 明天=tomorrow 后天=the_day_after_tomorrow 昨天=yesterday 今日=today 明日=tomorrow
  下周=next_week 本周=this_week 下个月=next_month 本月=this_month 明年=next_year 今年=this_year
  去年=last_year 上个月=last_month 到=to 至=to 上周=last_week 下週=next_week 本週=this_week
  大后天=in_three_days 下下_周=the_week_after_next 下下_週=the_week_after_next
  上上_周=the_week_before_last 上上_週=the_week_before_last 下下_个_月=the_month_after_next
  上上_个_月=the_month_before_last
ja: 今日=today 明日=tomorrow 明後日=the_day_after_tomorrow 昨日=yesterday 来週=next_week 今週=this_week
  先週=last_week 来月=next_month 今月=this_month 先月=last_month 来年=next_year 今年=this_year
  去年=last_year 昨年=last_year 一昨日=the_day_before_yesterday 一昨年=the_year_before_last
  再来週=the_week_after_next 再来月=the_month_after_next 再来年=the_year_after_next
  先々週=the_week_before_last 先々月=the_month_before_last
ko: 오늘=today 내일=tomorrow 모레=the_day_after_tomorrow 어제=yesterday 다음_주=next_week
  이번_주=this_week 지난_주=last_week 다음_달=next_month 이번_달=this_month 지난_달=last_month
  올해=this_year 내년=next_year 작년=last_year 다다음_주=the_week_after_next
  다다음_달=the_month_after_next 지지난_주=the_week_before_last 지지난_달=the_month_before_last
""")
_COMING = _by_language("es: próximo próxima fr: prochain prochaine pt: próximo próxima it: prossimo prossima")
"""What means the first such weekday from now on; English “next Friday” is that of the next week."""
_GONE = _by_language("es: pasado pasada fr: dernier dernière pt: passado passada it: scorso scorsa")
_ARTICLES = _by_language("es: el la este fr: le la pt: o a na no it: il la")
LANGUAGES = frozenset(_OTHERS)
"""ISO 639-1 codes of the languages whose dates are read besides English."""


@cache
def lexicon(language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """One to four words of a language, each with the English words that stand for them; empty for others."""
    words: dict[tuple[str, ...], tuple[str, ...]] = {}
    for table, names in ((_MONTHS, MONTH_NAMES), (_WEEKDAYS, WEEKDAY_NAMES)):
        for forms, name in zip(table.get(language, ()), names, strict=False):
            words |= {_split(form): (name,) for form in forms.split("|")}
    words |= dict(_told_apart(language))
    if language not in LANGUAGES | {"en"}:
        words |= dict(_months_of(language))
    for pair in _OTHERS.get(language, ()):
        printed, _, english = pair.partition("=")
        meant = tuple(word for word in english.split("_") if word)
        words[_split(printed)] = meant
        if meant[:1] in {("next",), ("last",)} and meant[1:]:  # English “the next week” is another one
            words |= {_split(f"{article} {printed}"): meant for article in _ARTICLES.get(language, ())}
    return words


def _months_of(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of the months in a language that only CLDR knows; none where it has no names for them."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 0.1 s that few languages need

    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return
    for usage in ("format", "stand-alone"):
        for number, name in months[usage]["wide"].items():
            if name[:1].isalpha():
                yield _split(name.casefold()), (MONTH_NAMES[number - 1],)


def _told_apart(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """“El próximo viernes”, “vendredi prochain”, “domingo passado”: the nearest weekday ahead or gone by."""
    articles = ["", *_ARTICLES.get(language, ())]
    tables = (("coming", _COMING), ("past", _GONE))
    words = [(which, word) for which, table in tables for word in table.get(language, ())]
    for forms, name in zip(_WEEKDAYS.get(language, ()), WEEKDAY_NAMES, strict=False):
        for form in forms.split("|"):
            for week, meant in (pair.split("=") for pair in _IN_WEEK.get(language, ())):
                yield _split(f"{week} {form}"), (*meant.split("_"), name)
            for which, word in words:
                for order in (f"{word} {form}", f"{form} {word}"):
                    yield from ((_split(f"{article} {order}"), ("this", which, name)) for article in articles)


def _split(printed: str) -> tuple[str, ...]:
    return tuple(printed.replace("-", " - ").replace("'", " ' ").replace("_", " ").split())
