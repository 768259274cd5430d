"""English words that say the same in news, as groups: two words of one group support each other."""

from functools import cache

from bot.services.checks.stems import stem

_SAME = """
inform notify tell warn; employ hire recruit; layoff job cut redundancy dismissal; dismantle strip apart
break; smash break bust; prolong extend long live; placebo dummy; manufacturer maker producer; uneven
lumpy irregular; postpone delay defer suspend adjourn reschedule; reject dismiss refuse decline deny;
withdraw pull quit leave; establish found create form set; conduct hold run do; proceed continue; deliver
hand give submit release free; say state declare announce note remark comment explain insist stress
stressed assert maintain argue claim report confirm add tell; describe call label characterize dub term
brand word; deny reject dismiss refute dispute repudiate; accept agree consent approve endorse back
support embrace backing; refuse decline reject turn dismiss; ask request urge seek demand appeal call want
wish; offer propose suggest bid pitch; plan intend aim mean schedule due set expect foresee pencil slate;
expect forecast predict anticipate likely; postpone delay defer put push adjourn suspend shift move carry;
cancel scrap abandon drop axe call withdraw abort shelve annul; stop halt end cease suspend finish
conclude terminate break; stop prevent block ban prohibit bar forbid; start begin launch open commence
kick; resume restart revive renew relaunch reopen retake reactivate bring; continue remain stay persist
keep go; rise increase grow climb gain up jump surge advance higher raise; raise lift increase boost up;
fall drop decline decrease slow ease slip dip lower down shrink reduce cut plunge; cut reduce lower trim
slash; keep leave maintain hold unchanged retain; meet fulfil fulfill satisfy; student pupil; abolish
cancel scrap; prolong extend continue run; meet gather convene sit assemble hold talk; meeting session
gathering council summit; talk negotiation discussion discuss consultation dialogue conversation negotiate
contact; conference summit forum; hold take conduct stage place host run occur happen; host organize hold
welcome receive; visit trip tour travel; vote ballot poll election byelection; vote elect choose pick select;
candidate contender nominee run stand; win secure gain take victory; win beat defeat; lose defeat loss;
lead head chair direct run preside command guide; leader head chief chair boss president chairman
chairwoman director; chairman chair chairwoman chairperson; deputy vice; former ex previous; new fresh
another; get receive obtain gain; give grant award provide hand deliver; hand deliver submit give file
transfer; send dispatch deliver; buy purchase acquire; pay fund finance money funding cash; money fund sum
cash payment; pay disburse payment payout; cost price expense; wage pay salary; company firm business
corporation enterprise group operator; group organization organisation association body outfit charity;
charity organization aid; government cabinet administration authority state; minister ministry secretary;
parliament assembly legislature congress majlis; lawmaker deputy legislator parliamentarian mp senator
member representative; lawyer attorney counsel solicitor barrister defense advocate; prosecutor
prosecution ministry promoter; judge justice court; court tribunal; trial judgment case hearing proceeding
process; hearing session; sentence sentencing verdict judgment conviction; ruling verdict judgment
decision rule decide finding; find rule conclude decide determine establish; investigate probe inquiry
investigation examine inquire; prison jail custody detention imprisonment; detain arrest hold capture
seize custody imprison; prisoner captive detainee hostage inmate; free release liberate hand; guilty
plead; accuse charge blame allege indict; denounce condemn criticize criticise slam attack; criticize
attack condemn slam lambast; theft steal robbery embezzle divert deviate diversion; divert steer deviate
siphon misappropriate; soldier troop force military army; police officer; war conflict fighting combat;
fight battle clash combat; gun fire weapon arm; arm weapon supply equip; attack strike raid assault; truce
ceasefire armistice; kill die death dead; rebel guerrilla insurgent militant dissident; injure wound hurt;
flee escape; evacuate leave; refugee displace; aid relief help assistance support; help assist aid
support; flood inundate water deluge; flood underwater; rain storm; fire blaze; cause reason ground;
damage harm hurt; destroy demolish ruin; build construct erect make; repair fix mend restore; reinforce
strengthen shore; road route; railway rail train; ship vessel boat ferry trawler craft; plane aircraft
flight airdrop; car vehicle van; bank lender; rate interest; inflation price; bond debt; share stake
deposit; market trading; trade commerce turnover goods; export sale; deal agreement pact accord contract
treaty protocol arrangement; sign signature ink; document paper text draft; report study survey review;
publish release issue unveil; data figure statistic; disclose reveal; document file; rule regulation
requirement law; law act bill legislation; adopt pass approve; bill proposal; amendment change; change
alter modify; project scheme plan; begin start work; finish complete end conclude completion; complete
review; consider weigh study look think; examine look study review consider discuss; decide determine
settle resolve; issue question matter topic subject; problem trouble difficulty; worry concern fear;
concern worry anxious; warn caution alert; threat threaten danger risk; promise pledge vow undertake
commit commitment; pledge donor donation; hope want; try attempt effort bid seek; job post position role
office; appoint name nominate designate; name identify call; resign quit leave step; remove dismiss sack
oust unseat fire no-confidence confidence; dismiss throw reject; succeed replace successor; work serve;
school education; teacher schoolteacher educator; student pupil; doctor physician medic gp; hospital
clinic; unit ward department; health medical; vaccinate vaccination vaccine inoculate immunize; town city
municipality; village town; country nation state; neighbour neighbor neighbouring adjacent; border
boundary frontier; shore coast; sea ocean maritime; lake water; region area zone district province; island
isle; world global; international foreign; foreign overseas external; national state domestic; local
regional; house home; family relative kin kinship; relate kin kinship relation; relation tie relationship;
brother sibling; husband spouse; wife spouse; child kid; citizen resident inhabitant people; resident
inhabitant local; voter elector electorate; young youth; old elderly aged; about around roughly
approximately some nearly; big large huge major great; small little minor; joint common together; common
joint shared; contest dispute; disputed contested dispute; argue dispute quarrel row feud; row dispute
legal litigation battle; split divide; important significant key main; key main benchmark policy; official
formal; secret confidential private; public open; quick fast rapid; slow delay; hard difficult tough; easy
simple; show display demonstrate; say explain clarify; view opinion reading interpretation; reading read
interpret; way manner; amount sum total; part portion section; top senior; journalist reporter
correspondent press media; media press newspaper daily; newspaper paper daily press; broadcast radio
television; telephone phone; statement communique declaration message; message statement note; spokesman
spokeswoman spokesperson; envoy representative delegate emissary ambassador negotiator; counterpart
colleague; expert analyst specialist economist; scientist researcher; researcher author; owner proprietor;
farmer grower; fisherman fisher; driver chauffeur; worker employee staff; union association; strike
walkout stoppage; protest demonstrate march rally demonstration; ready prepare; prepare preparation;
present attend; include contain; require need demand oblige; need require necessary; allow permit let
authorize; licence permit; permission consent authorization approval; consent permission accept; limit
restrict; protect guard; safe secure; safety security; secure security; reach hit; deadline submit; file
submit lodge; registration register; register enrol; nominate nomination candidate name; oath swear
inaugurate; mayor mayoral; municipal mayoral local; count recount tally; margin lead majority; narrow
close small; close shut closure; expire lapse end run; valid force; void annul invalid; annul overturn
throw quash void; set bring; bear carry; transport carry; drug medicine; weekly week; twice double; daily
day; monthly month; annual yearly year; oil petroleum; gas pipeline; mine explosive; drill exploration;
explore exploration drilling; explain reason; speak talk say; listen hear; see watch view; look see; walk
leave; leave depart go; return back; come arrive; enter join; withdraw retreat pull; flee leave; impose
introduce; introduce launch; circulate circulation issue; note banknote bill; currency dollar; devalue
devaluation; cheap low; expensive dear high; high tall; slightly little whisker; above over exceed; under
below less; fewer less; least minimum; unemployment jobless; economy economic; growth expansion; recession
downturn; tax levy duty; budget spending; reserve deposit; loan credit lend; grant disbursement; disburse
disbursement payment pay; customer client shopper consumer; member participant; side party camp; ally
partner; enemy foe; opponent rival critic; opposition rival; coalition alliance; team mission delegation
squad; exercise drill manoeuvre maneuver; patrol surveillance; naval navy marine; mandate term; carbon
climate; forest tree; wood forest; tribe indigenous; port harbour harbor; pier berth quay; seal animal;
beacon light; reef coral; claim allege; denial deny; refusal refuse; reveal show; halve half; quarter
fourth; percent percentage; fifth; third three; unhappy angry; anger fury furious; sorry regret; happy
pleased glad satisfied satisfaction; relieved relief; sad sorry; humiliation humiliate; insult offend;
praise hail welcome; congratulate praise; thank grateful; apologize sorry; injury wound; reply respond
answer response; yet still; unlawful illegal violate; violate breach break; legal lawful judicial; appeal
challenge leave; challenge contest appeal; suspicious suspect; suspect accuse; unusual abnormal strange;
initially first originally; eventually finally; immediately once; shortly soon; indefinite indefinitely;
outright completely; entirely wholly; almost nearly; partly partially; only merely just; once when;
attract draw; penalty fine sanction punishment; punish penalty; crime offence offense; fraud deception;
corruption bribery; bribe bribery; convict guilty; acquit clear; weapon arms; missile rocket; bomb
explosive blast; blast explosion explode; crash collide; collision crash; accident crash; victim casualty;
survivor survive; rescue save; search hunt; find discover; lack shortage want; absence lack; collapse fail
failure; success succeed; achieve reach; goal target aim; target goal objective; strategy policy; measure
step; action measure move; move step action; progress advance; crisis emergency; peace truce; peaceful
calm; calm quiet silent; silent quiet fall; violence unrest; unrest riot; hide conceal; dual double;
outdated old date; customs border; goods product; supply provide; restore return repair; ease relax
reduce; tension strain confrontation; confrontation tension conflict; strained difficult tense; worried
concern; genuinely truly real; virtual online remote; online internet web; social internet; collect
gather; remain left; share divide; contact touch; dispute disagreement; pace speed rate
"""


@cache
def senses() -> dict[str, frozenset[int]]:
    """For each stem the numbers of the groups that it shares a meaning with."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.split(";")):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
