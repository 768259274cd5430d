"""English verbs that tell whether a clause looks ahead or back."""

from bot.services.wordlists import listed

AHEAD = listed(
    "will would shall should could can may might must won't cannot due scheduled planned plans plan planning"
    " expected expects expect intends intend intended aims aim hopes hope set slated poised upcoming tomorrow"
    " foreseen foresees envisaged wants seeks promised promises pencilled proposed suggested suggests bound"
    " likely faces is are isn't aren't i'll he'll she'll we'll they'll you'll it'll let's meets opens closes"
    " starts begins ends expires takes holds runs returns goes votes comes arrives leaves sits convenes"
    " resumes lasts continues decides rules reports publishes releases hosts plays gets kicks airs launches"
    " visits travels flies marks falls becomes rises drops enters moves deadline forthcoming meant supposed"
    " earmarked tipped timetabled penciled eyes targets"
)
BACK = listed(
    "was were had did said says came went took gave began fell rose wrote saw became broke drew drove flew"
    " grew knew ran spoke swore threw ago yesterday sat chose fled shook slept stole tore withdrew wore been"
    " wasn't weren't hadn't didn't hasn't haven't gone"
)
PARTICIPLES = listed(
    "told made met held won lost left sent found got brought built bought fought heard kept led paid sold"
    " spent stood struck taught thought shot beaten caught dealt hung laid sought swept meant taken done seen"
    " given written begun fallen risen known shown driven chosen spoken stolen broken sworn drawn flown grown"
    " thrown"
)
"""Irregular forms that are a past tense or a participle, as “-ed” is."""
NO_PARTICIPLES = listed("hundred need indeed united speed breed proceed exceed succeed kindred sacred naked")
BASE_FORMS = listed(
    "be have do go meet hold take make give begin start open close end vote decide rule report publish"
    " release host play visit travel fly mark enter move leave return come arrive sit convene resume run"
    " continue launch sign present deliver submit file pay appear testify speak address brief announce"
    " discuss debate consider approve adopt elect choose replace appoint join attend gather march strike"
    " protest celebrate compete face fight defend challenge appeal complete finish conclude expire renew"
    " extend hear try sentence issue raise cut lower increase reduce introduce implement apply build reopen"
    " restart deploy withdraw send receive get put set hand step stand review examine assess reconvene"
    " reassemble premiere debut depart inaugurate unveil lapse screen stream stage commemorate mourn bury"
    " marry crown perform tour sing welcome chase roll switch ban lift ease scrap double climb become clash"
    " tackle entertain kick swear respond reply answer ask see show air broadcast land dock sail transfer"
    " pass settle agree negotiate talk"
)
MOVES = listed(
    "postponed postpone adjourned adjourn delayed delay deferred defer moved move rescheduled reschedule"
    " pushed push shifted slipped slid changed switched brought carried transferred put"
)
"""Verbs after which “to X” and “until X” name a new date."""
REPORTING = listed("said says added warned noted argued insisted claimed predicted hoped believed thought")
"""Verbs with a clause of their own: “said repairs resume on Sunday”, but “said in Oslo on Sunday”."""
ARRANGING = listed(
    "called announced arranged agreed threatened promised pledged vowed urged invited convened demanded"
    " ordered offered requested summoned asked instructed listed tabled granted secured issued fixed"
    " confirmed declared approved booked organised organized set scheduled"
)
"""Verbs whose object lies ahead of them when it is new (“announced a strike on Friday”)."""
MODALS = listed("will would could should may might must can shall to won't cannot can't")
DETERMINERS = listed(
    "a an the this that these those his her its their our my your for of in on at with from after before"
    " during by and or as two three four five six seven eight nine ten new first second third last next final"
    " peace trade key main any some no another every each more other further closed televised"
)
"""Words behind which a participle is an adjective and a verb's base form a noun."""
NOUNS_TOO = listed(
    "plan plans set hope hopes vote votes march protest strike address report reports present move moves"
    " play plays visit visits release host launch issue cut increase appeal challenge sentence debate finish"
    " end start run talk hand step stand review answer show air broadcast land transfer return run runs mark"
    " marks drops falls rules holds meet deadline set approach claim race rise raise file pass bound can may"
    " might deal trial opens sign"
)
