"""Words that say no by what they mean, and what each of them denies: “unresolved” is not settled.

Wider than `opposites`, whose pairs decide alone: what stands here is only weighed. Before a colon stand words
that say no wherever they are, before a tilde such as only deny what stands behind it.
"""

import re
from functools import cache

from bot.services.checks.stems import stem

_DENYING = """
unresolved unsettled undecided inconclusive deadlock stalemate :
    settle resolve decide agree solve conclude determine end answer
open pending outstanding ~ settle decide exclude rule close resolve agree
fail failure unsuccessful flop fizzle botch :
    pass succeed success manage achieve meet reach win secure
miss : meet reach hit attend catch achieve keep make play pass find qualify
lack absence shortage deprive devoid deficit bereft without destitute :
    have possess hold available enough provide own give sufficient with supply
missing absent disappear vanish unaccounted :
    present find attend have include fit appear recover offer
lost gone strip ~ keep retain have find regain win gain hold present recover
forfeit : keep retain have hold
lose ~ keep retain have find regain win gain hold strengthen
refuse decline reluctant unwilling balk shun :
    agree accept will want comment answer let allow hear grant give attend take leave enter offer promise
reject dismiss spurn rebuff deny defeat veto overrule quash :
    accept approve back support uphold grant agree allow adopt pass endorse hear recognise convince admit heed
deny refute rebut repudiate disclaim disown contradict dispute :
    confirm admit allow grant acknowledge accept true agree concede
unable incapable powerless helpless impossible inability : able can possible afford manage
prevent stop block bar ban forbid prohibit outlaw hinder thwart foil obstruct hamper avert avoid :
    allow let permit able can enter use happen sell go
cancel scrap abandon drop axe ditch shelve abort revoke rescind repeal abolish withdraw waive :
    happen proceed hold go place continue keep stage run apply introduce remain stay impose play
lift end pull call ~ apply remain stay continue hold
postpone delay suspend defer adjourn stall moratorium pause :
    start begin open happen hold proceed go take decide settle vote apply raise
shut closure shutter : open operate run reopen admit sail use enter access
close ~ open operate run reopen admit sail use enter access
idle empty vacant unused unoccupied deserted dormant abandoned inactive disused derelict mothball :
    use operate work run occupy live active sound fill sail
halt stop cease discontinue terminate interrupt :
    continue run operate work resume go sell make produce stay play
ground strand stick trap cut ~ fly sail run travel leave move raise increase
withdraw : stay remain keep join continue stand finish
quit resign depart dropout leave pull ~ stay remain keep join continue finish
exclude omit overlook : include cover contain list apply mention invite
ignore disregard neglect flout unheeded : heed follow obey notice mention act respond listen adopt answer
silent silence : speak sound comment answer ring talk tell
quiet mute ~ speak say sound comment
secret ~ public know name disclose reveal
confidential undisclosed withheld unpublished hidden conceal :
    publish public publicly disclose reveal know name announce release give tell
private ~ publish public
anonymous unnamed unidentified anonymity : name identify
unknown unclear uncertain obscure mystery unexplained :
    know clear certain sure establish determine explain
unaware ignorant oblivious blindsided : know aware inform tell consult ask warn
unchanged : change alter vary move increase rise fall
constant stable steady flat static frozen freeze ~ change alter vary move increase rise fall
uninjured unhurt unharmed unscathed : injure hurt harm die wound kill
safe ~ injure hurt harm danger
alive survive survivor ~ die dead kill death
acquit innocent exonerate : guilty convict charge imprison jail detain blame
clear free ~ guilty convict charge imprison jail detain custody pay cost fee
exempt waive : pay charge cover apply cost affect fee liable need require
unpaid unfunded penniless bankrupt : pay fund earn
spare immune volunteer ~ pay charge affect
unbeaten undefeated : lose defeat beat
illegal unlawful invalid unlicensed unauthorised illicit void : lawful legal valid licence authorize allow
false untrue wrong mistaken incorrect inaccurate baseless bogus hoax fake :
    true right correct accurate real
doubt sceptical skeptical dubious unconvinced : convince believe certain sure trust prove
independent separate ~ rely depend bind link belong tie connect
unrelated unconnected : link connect relate tie
insufficient inadequate scarce meagre paltry : enough sufficient adequate long meet satisfy
few little rare rarely seldom minimal ~ many much often common frequent full
short ~ enough sufficient long
outside beyond : in inside within
vain nowhere futile fruitless : help succeed work agree find achieve
late overdue behind ~ time punctual schedule lead ahead
unlikely improbable : likely expect probable probably
remote ~ likely
oppose resist : support favour back agree accept approve
against ~ support favour back for
resist defy : obey comply follow accept
boycott skip absent shun avoid : attend join participate go visit play
violate breach infringe break ~ keep comply obey follow respect
expire lapse : renew extend valid last
withhold : give pay release publish return
retain hold keep ~ give pay release publish return sell
split divide ~ unanimous unite agree
trail behind ~ lead ahead front
deaf ~ hear ear
blind ~ see
dry drought ~ rain wet
negative clean ~ positive dirty contaminate
disappoint unhappy dissatisfied displease : please happy glad welcome satisfy
forget : remember
intact undamaged untouched unaffected : damage touch harm hit affect break
temporary provisional interim partial ~ permanent lasting final whole complete full
incomplete unfinished : whole complete full finish
abstain : vote
only sole exclusive ~ other another else free until
last final ~ more further again continue
first debut maiden ~ before ever previously earlier
retired ~ still current remain
dissuade discourage : encourage persuade
unmoved unimpressed unconvinced : convince impress persuade
loss deficit ~ profit money surplus gain earn
weaken ease ~ strengthen
trim cut reduce ~ raise increase
defeat loss ~ win victory
cheap low ~ expensive dear high cost
untested untried unproven unconfirmed : test try prove confirm
ineligible disqualify : eligible qualify
disagree disagreement : agree
disapprove dislike : approve like
inaccessible : access reach
inexperienced : experience
unsold unwanted : sell buy want
unopposed uncontested : rival contest oppose
unopened : open
unprecedented : before ever never
despite regardless ~ stop prevent
slow late behind ~ fast quick
wane dwindle fade ~ grow
run underway ongoing continue ~ finish end conclude complete
flee fugitive elude evade ~ catch arrest capture detain find custody
accident accidental inadvertent unintended ~ plan intend deliberate mean aim
below behind exceed outpace ~ match
stay remain keep steady hold ~ rise fall change move increase
spare excuse ~ pay charge increase punish
blame fault ~ innocent
need await wait require ~ have get receive obtain secure
impossible irreparable ~ repair mend fix save recover
"""


@cache
def contraries() -> dict[str, frozenset[str]]:
    """For each stem the stems that deny it or that it denies."""
    found: dict[str, set[str]] = {}
    for _, deniers, denied in _lines():
        for one in deniers:
            found.setdefault(one, set()).update(denied)
        for other in denied:
            found.setdefault(other, set()).update(deniers)
    return {word: frozenset(others - {word}) for word, others in found.items()}


@cache
def denying() -> frozenset[str]:
    """The stems that say no by what they mean."""
    return frozenset(one for always, deniers, _ in _lines() if always for one in deniers)


@cache
def _lines() -> tuple[tuple[bool, frozenset[str], frozenset[str]], ...]:
    """Each line: whether its first words always say no, their stems, and those of what they deny."""
    lines = re.sub(r"([:~])\n", r"\1", _DENYING.strip()).splitlines()
    parts = (re.split(r"([:~])", line) for line in lines)
    return tuple(
        (mark == ":", frozenset(map(stem, left.split())), frozenset(map(stem, right.split())))
        for left, mark, right in parts
    )
