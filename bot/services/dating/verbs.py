"""English verbs that tell whether a clause looks ahead or back."""

AHEAD = frozenset(
    """
    will would shall should could can may might must won't cannot due scheduled planned plans plan planning expected
    expects expect intends intend intended aims aim hopes hope set slated poised upcoming tomorrow foreseen foresees
    envisaged wants seeks promised promises pencilled proposed suggested suggests bound likely faces is are isn't aren't
    i'll he'll she'll we'll they'll you'll it'll let's meets opens closes starts begins ends expires takes holds runs
    returns goes votes comes arrives leaves sits convenes resumes lasts continues decides rules reports publishes
    releases hosts plays gets kicks airs launches visits travels flies marks falls becomes rises drops enters moves
    deadline forthcoming meant supposed earmarked tipped timetabled penciled eyes targets
    """.split()
)
BACK = frozenset(
    """
    was were had did said says came went took gave began fell rose wrote saw became broke drew drove flew grew knew ran
    spoke swore threw ago yesterday sat chose fled shook slept stole tore withdrew wore been wasn't weren't hadn't didn't
    hasn't haven't gone
    """.split()
)
PARTICIPLES = frozenset(
    """
    told made met held won lost left sent found got brought built bought fought heard kept led paid sold spent stood struck
    taught thought shot beaten caught dealt hung laid sought swept meant taken done seen given written begun fallen risen
    known shown driven chosen spoken stolen broken sworn drawn flown grown thrown
    """.split()
)
"""Irregular forms that are a past tense or a participle, as “-ed” is."""
NO_PARTICIPLES = frozenset(
    "hundred need indeed united speed breed proceed exceed succeed kindred sacred naked".split()
)
BASE_FORMS = frozenset(
    """
    be have do go meet hold take make give begin start open close end vote decide rule report publish release host play
    visit travel fly mark enter move leave return come arrive sit convene resume run continue launch sign present deliver
    submit file pay appear testify speak address brief announce discuss debate consider approve adopt elect choose
    replace appoint join attend gather march strike protest celebrate compete face fight defend challenge appeal
    complete finish conclude expire renew extend hear try sentence issue raise cut lower increase reduce introduce
    implement apply build reopen restart deploy withdraw send receive get put set hand step stand review examine assess
    respond reply answer ask see show air broadcast land dock sail transfer pass settle agree negotiate talk
    """.split()
)
