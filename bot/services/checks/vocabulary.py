"""English word lists of the checks: words that say little, words that say the same, words that say the opposite."""

from functools import cache

from bot.services.checks.stems import stem
from bot.services.dating.words import CARDINALS, ORDINALS, TENS

STOP = frozenset(
    """
a an the this that these those there here it its itself he him his himself she her hers herself they them their
theirs themselves we us our ours i me my you your who whom whose which what where when why how all any both each
every either some such same other others another more most much many few less least lot own very too so than then
and or but if because as until till while of at by for with about against between into through during before after
above below to from up down in out on off over under again further once only just also even still yet already now
is are was were be been being am has have had having do does did doing will would shall should can could may might
must ought let get got put take took taken make made come came go went give gave given become became keep kept
going gone taking making getting giving given doing being having coming keeping letting putting
not no nor never none nothing nobody neither cannot without
however although though whether since unless despite regarding concerning including included according due
mr mrs ms miss sir dr lord lady prof
""".split()
)
"""Folded words of grammar; polarity, numbers and dates have checks of their own."""

LIGHT = (
    STOP
    | frozenset(
        """
one ones thing things way ways case cases say says said saying tell tells told add adds added state states stated
call calls called describe described year years month months week weeks day days hour hours minute minutes time times
date today tomorrow yesterday first last next ahead later earlier ago early late soon recently currently meanwhile
moreover number people person man woman
""".split()
    )
    | CARDINALS.keys()
    | TENS.keys()
    | ORDINALS.keys()
)
"""Folded words that claim little by themselves."""

_SAME = """
inform notify tell warn
employ hire recruit
layoff job cut redundancy dismissal
dismantle strip apart break
smash break bust
prolong extend long live
placebo dummy
manufacturer maker producer
firm company
money cash
uneven lumpy irregular
postpone delay defer suspend adjourn reschedule
cancel scrap abandon drop axe abort shelve withdraw
reject dismiss refuse decline deny
withdraw pull quit leave
resign quit leave
establish found create form set
conduct hold run do
proceed continue
deliver hand give submit release free
say state declare announce note remark comment explain insist stress stressed assert maintain argue claim report confirm add tell
describe call label characterize dub term brand word
deny reject dismiss refute dispute repudiate
accept agree consent approve endorse back support embrace backing
refuse decline reject turn dismiss
ask request urge seek demand appeal call want wish
offer propose suggest bid pitch
plan intend aim mean schedule due set expect foresee pencil slate
expect forecast predict anticipate likely
postpone delay defer put push adjourn suspend shift move carry
cancel scrap abandon drop axe call withdraw abort shelve annul
stop halt end cease suspend finish conclude terminate break
stop prevent block ban prohibit bar forbid
start begin launch open commence kick
resume restart revive renew relaunch reopen retake reactivate bring
continue remain stay persist keep go
rise increase grow climb gain up jump surge advance higher raise
raise lift increase boost up
fall drop decline decrease slow ease slip dip lower down shrink reduce cut plunge
cut reduce lower trim slash
keep leave maintain hold unchanged retain
meet gather convene sit assemble hold talk
meeting session gathering council summit
talk negotiation discussion discuss consultation dialogue conversation negotiate contact
conference summit forum
hold take conduct stage place host run occur
host organize hold welcome receive
visit trip tour travel
vote ballot poll election byelection
vote elect choose pick select
candidate contender nominee run stand
win secure gain take victory
win beat defeat
lose defeat loss
lead head chair direct run preside command guide
leader head chief chair boss president chairman chairwoman director
chairman chair chairwoman chairperson
deputy vice
former ex previous
new fresh another
get receive obtain gain
give grant award provide hand deliver
hand deliver submit give file transfer
send dispatch deliver
buy purchase acquire
pay fund finance money funding cash
money fund sum cash payment
pay disburse payment payout
cost price expense
wage pay salary
company firm business corporation enterprise group operator
group organization organisation association body outfit charity
charity organization aid
government cabinet administration authority state
minister ministry secretary
parliament assembly legislature congress majlis
lawmaker deputy legislator parliamentarian mp senator member representative
lawyer attorney counsel solicitor barrister defense advocate
prosecutor prosecution ministry promoter
judge justice court
court tribunal
trial judgment case hearing proceeding process
hearing session
sentence sentencing verdict judgment conviction
ruling verdict judgment decision rule decide finding
find rule conclude decide determine establish
investigate probe inquiry investigation examine inquire
prison jail custody detention imprisonment
detain arrest hold capture seize custody imprison
prisoner captive detainee hostage inmate
free release liberate hand
guilty plead
accuse charge blame allege indict
denounce condemn criticize criticise slam attack
criticize attack condemn slam lambast
theft steal robbery embezzle divert deviate diversion
divert steer deviate siphon misappropriate
soldier troop force military army
army military force
police officer
war conflict fighting combat
fight battle clash combat
gun fire weapon arm
arm weapon supply equip
attack strike raid assault
truce ceasefire armistice
kill die death dead
rebel guerrilla insurgent militant dissident
injure wound hurt
flee escape
evacuate leave
refugee displace
aid relief help assistance support
help assist aid support
flood inundate water deluge
flood underwater
rain storm
fire blaze
cause reason ground
damage harm hurt
destroy demolish ruin
build construct erect make
repair fix mend restore
reinforce strengthen shore
road route
railway rail train
ship vessel boat ferry trawler craft
plane aircraft flight airdrop
car vehicle van
bank lender
rate interest
inflation price
bond debt
share stake deposit
market trading
trade commerce turnover goods
export sale
deal agreement pact accord contract treaty protocol arrangement
sign signature ink
document paper text draft
report study survey review
publish release issue unveil
data figure statistic
disclose reveal
document file
rule regulation requirement law
law act bill legislation
adopt pass approve
bill proposal
amendment change
change alter modify
project scheme plan
begin start work
finish complete end conclude completion
complete review
consider weigh study look consider think
examine look study review consider discuss
decide determine settle resolve
issue question matter topic subject
question matter issue
problem trouble difficulty
worry concern fear
concern worry anxious
warn caution alert
threat threaten danger risk
promise pledge vow undertake commit commitment
pledge donor donation
hope want
try attempt effort bid seek
attempt try effort
job post position role office
appoint name nominate designate
name identify call
resign quit leave step
remove dismiss sack oust unseat fire no-confidence confidence
dismiss throw reject
throw reject dismiss
succeed replace successor
work serve
school education
teacher schoolteacher educator
student pupil
doctor physician medic
hospital clinic
unit ward department
health medical
vaccinate vaccination vaccine inoculate immunize
town city municipality
village town
country nation state
neighbour neighbor neighbouring adjacent
border boundary frontier
shore coast
sea ocean maritime
lake water
region area zone district province
island isle
world global
international foreign
foreign overseas external
national state domestic
local regional
house home
home house
family relative kin kinship
relate kin kinship relation
relation tie relationship
brother sibling
husband spouse
wife spouse
child kid
citizen resident inhabitant people
resident inhabitant local
voter elector electorate
young youth
old elderly aged
elderly old
about around roughly approximately some nearly
big large huge major great
small little minor
joint common together
common joint shared
contest dispute
disputed contested dispute
argue dispute quarrel row feud
row dispute legal litigation battle
quarrel dispute row
split divide
important significant key main
key main benchmark policy
official formal
secret confidential private
public open
quick fast rapid
slow delay
hard difficult tough
easy simple
hold keep
show display demonstrate
say explain clarify
explain clarify
view opinion reading interpretation
interpretation reading
reading read interpret
way manner
amount sum total
part portion section
top senior
journalist reporter correspondent press media
reporter journalist
media press newspaper daily
newspaper paper daily press
broadcast radio television
telephone phone
statement communique declaration message
message statement note
spokesman spokeswoman spokesperson
envoy representative delegate emissary ambassador negotiator
representative envoy delegate
counterpart colleague
negotiator delegate
expert analyst specialist economist
analyst economist expert
scientist researcher
researcher author
owner proprietor
farmer grower
fisherman fisher
driver chauffeur
worker employee staff
union association
strike walkout stoppage
protest demonstrate march rally demonstration
march protest
ready prepare
prepare preparation
present attend
attend present
include contain
contain include
require need demand oblige
need require necessary
necessary need require
allow permit let authorize
permit allow
licence permit
permission consent authorization approval
consent permission accept
forbid ban
limit restrict
protect guard
safe secure
safety security
secure security
danger risk
reach hit
hit reach
deadline submit
submit deliver file
file submit lodge
registration register
register enrol
nominate nomination candidate name
oath swear inaugurate
inaugurate swear
mayor mayoral
municipal mayoral local
count recount tally
margin lead majority
majority margin lead
narrow close small
close shut closure
shut close
open start
reopen restart
expire lapse end run
lapse expire end
valid force
void annul invalid
annul overturn throw quash void
overturn annul
set bring
bear carry
transport carry
drug medicine
weekly week
twice double
daily day
monthly month
annual yearly year
yearly annual
oil petroleum
gas pipeline
mine explosive
drill exploration
explore exploration drilling
explain reason
talk speak
speak talk say
listen hear
hear listen
see watch view
look see
walk leave
leave depart go
return back
come arrive
arrive come
enter join
join enter
quit withdraw leave pull
pull withdraw
withdraw retreat pull
flee leave
impose introduce
introduce launch
circulate circulation issue
note banknote bill
currency dollar
devalue devaluation
decision ruling
cheap low
expensive dear high
high tall
slightly little whisker
above over exceed
below under
under below less
fewer less
least minimum
unemployment jobless
economy economic
growth expansion
recession downturn
tax levy duty
budget spending
reserve deposit
loan credit lend
grant disbursement
disburse disbursement payment pay
customer client shopper consumer
consumer customer shopper
member participant
participant member
party side
side party camp
ally partner
enemy foe
rival opponent
opponent rival critic
opposition rival
coalition alliance
alliance coalition
mission team delegation
team mission delegation squad
delegation team
exercise drill manoeuvre maneuver
patrol surveillance
navy naval
naval navy marine
mandate term
term mandate
carbon climate
forest tree
wood forest
tribe indigenous
harbour port
port harbour harbor
pier berth quay
seal animal
beacon light
reef coral
claim allege
allege claim
denial deny
refusal refuse
reveal show
halve half
double twice
quarter fourth
percent percentage
fifth fifth
third three
disburse pay
unhappy angry
anger fury furious
sorry regret
regret sorry
happy pleased glad satisfied satisfaction
pleased satisfaction
relieved relief
sad sorry
humiliation humiliate
insult offend
praise hail welcome
welcome hail praise
congratulate praise
thank grateful
apologize sorry
injury wound
reply respond answer response
respond answer reply
answer reply respond
yet still
illegal unlawful
unlawful illegal violate
violate breach break
breach violate
legal lawful judicial
appeal challenge leave
challenge contest appeal
suspicious suspect
suspect accuse
unusual abnormal strange
strange unusual
initially first originally
originally initially first
eventually finally
finally eventually
immediately once
shortly soon
indefinite indefinitely
outright completely
entirely wholly
almost nearly
partly partially
only merely just
merely only
together joint
once when
due expect
carry bear
attract draw
draw attract
sanction penalty
penalty fine sanction punishment
fine penalty
punish penalty
crime offence offense
offence crime
fraud deception
corruption bribery
bribe bribery
convict guilty
acquit clear
clear acquit
weapon arms
missile rocket
bomb explosive blast
blast explosion explode
explosion blast
crash collide
collision crash
accident crash
victim casualty
casualty victim
survivor survive
rescue save
save rescue
search hunt
hunt search
find discover
discover find
lack shortage want
shortage lack
absence lack
fail failure
failure collapse
collapse fail failure
success succeed
achieve reach
goal target aim
target goal objective
aim goal
strategy policy
policy strategy
measure step
step measure
action measure move
move step action
progress advance
crisis emergency
emergency crisis
peace truce
peaceful calm
calm quiet silent
silent quiet fall
violence unrest
unrest riot
hide conceal
conceal hide
dual double
outdated old date
customs border
goods product
product goods
supply provide
provide supply
restore return repair
ease relax reduce
relax ease
tension strain confrontation
confrontation tension conflict
strained difficult tense
worried concern worried
genuinely truly real
virtual online remote
online internet web
social internet
collect gather
gather collect
divide split
share divide
contact touch
touch contact
dispute disagreement
disagreement dispute
speed pace
pace speed rate
"""


@cache
def senses() -> dict[str, frozenset[int]]:
    """For each stem the numbers of the lines that it shares a meaning with."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.strip().splitlines()):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


DESCRIPTIONS = frozenset(
    """
company firm group bank drug ship ferry boat vessel agency board court party union club team ministry fund charity
operator airline school university hospital plant project mission committee commission council association army
government newspaper website church mine dam bridge bill law protocol treaty programme program rocket satellite orbiter
tablet bot network paper institute foundation lender regulator watchdog authority carrier retailer maker chain summit
festival stadium museum airport harbour port pier lake river island town city village province district
""".split()
)
"""Common nouns by which news refers back to a named thing (never to a person, whose names are not interchangeable)."""

MASS = frozenset(
    """
inflation unemployment trade water oil gas money alcohol food fuel power rain snow wind traffic tourism weather crime
police government parliament congress turnout growth debt income revenue demand supply output business industry
agriculture health sport music art science research evidence information news advice aid relief help support work staff
land property housing rent rice wheat corn gold silver copper steel coal electricity energy transport travel poverty war
peace violence corruption labour labor management opposition prosecution defence defense everyone somebody nobody part
half production consumption spending lending borrowing copyright access damage heat smoke fire ice sea air space
""".split()
)
"""Common nouns that can open a sentence bare, as names do."""
