// Our own list of everyday English words, the most frequent of each kind first. A slash gives an irregular form.

/** Nouns with an irregular plural behind a slash. */
export const nouns = `
year person/people day government report week city country company plan service group month decision law case
community area party family/families member part number problem system question state programme school house office
team side point job right study/studies book word issue kind head body friend power hour game line end road morning
table door street room road evening night voice letter story/stories policy/policies budget council committee court
agreement vote election minister leader official resident worker manager expert analyst campaigner neighbour visitor
visit owner mother father parent child/children woman/women man/men student teacher doctor nurse patient officer lawyer
judge witness engineer driver farmer builder baker artist writer reader listener player singer director producer editor
chair deputy spokesperson/spokespeople adviser inspector inquiry/inquiries review survey poll figure record result rate
cost price tax payment loan fund bank market shop store customer product brand factory/factories plant machine tool
computer phone screen network signal cable battery/batteries engine car bus train tram station track bridge tunnel port
harbour ship ferry/ferries boat airport flight ticket route journey border crossing river lake sea coast beach island
mountain hill valley forest field farm garden park tree flower animal bird fish storm flood drought fire summer winter
spring autumn season weather climate sample test trial method theory/theories model map chart photograph picture film
song concert theatre museum gallery/galleries library/libraries archive festival prize award match league cup club coach
goal race medal stadium crowd ceremony/ceremonies church temple tower square monument village town district region
province capital nation treaty/treaties alliance summit talk meeting conference speech statement interview article
newspaper magazine programme channel audience debate argument dispute protest strike march petition complaint appeal
sentence verdict prison police thief/thieves crime attack threat weapon army/armies soldier war peace truce refugee camp
aid charity/charities volunteer project scheme target deadline delay contract tender supplier order delivery/deliveries
warehouse lorry/lorries pipe wire roof wall window floor kitchen corridor lift stair chair desk lamp clock bell key lock
bag box bottle cup plate knife/knives meal bread cheese apple potato/potatoes tomato/tomatoes harvest crop seed soil
water well reservoir dam canal pump filter wave tide wind cloud rain snow ice heat light shadow colour sound noise music
rhythm dance step walk run jump climb fall rise drop turn corner edge middle centre top bottom surface layer piece
fragment sign symbol name title list page chapter note draft copy version edition series sequel detail fact rumour secret
mystery/mysteries surprise chance risk danger safety limit rule standard measure check balance share stake interest
concern worry/worries fear hope wish promise pledge commitment effort attempt success failure mistake fault error loss
gain profit debt wage salary/salaries pension benefit grant subsidy/subsidies income rent mortgage tenant landlord flat
apartment building estate neighbourhood suburb outskirt pavement crossroads/crossroads lane path trail gate fence hedge
meadow stream pond marsh wetland cliff cave rock stone sand dust smoke fog flame spark beam ray star planet moon orbit
rocket satellite probe mission crew pilot captain sailor passenger commuter cyclist pedestrian vehicle wheel brake pedal
seat belt helmet jacket coat shoe hat shirt dress thread fabric pattern style habit custom tradition language accent
dialect translation dictionary/dictionaries grammar alphabet poem poet novel author publisher printer press reporter
photographer critic column headline caption cartoon puzzle crossword recipe cook chef restaurant cafe menu waiter table
guest hotel bed blanket pillow curtain mirror wardrobe drawer shelf/shelves basket barrel bucket rope chain hook nail
hammer saw axe ladder crane digger scaffold brick tile plank beam column arch dome vault cellar attic basement garage
shed barn stable mill forge workshop studio laboratory/laboratories clinic hospital ward surgery/surgeries pharmacy
vaccine drug dose symptom disease infection virus outbreak epidemic recovery treatment therapy/therapies diagnosis
operation scan heart lung kidney bone muscle brain nerve skin eye ear tooth/teeth hand foot/feet arm leg knee shoulder
finger thumb wrist ankle neck back chest stomach sleep dream memory/memories mind thought idea opinion view belief faith
doubt proof evidence clue trace footprint fingerprint alarm camera guard patrol raid arrest charge bail fine penalty
sanction tariff quota permit licence certificate passport visa form file folder document signature stamp seal envelope
parcel package postcard stamp post mail message reply answer request demand offer bid auction sale purchase receipt
invoice bill account ledger audit shortfall surplus deficit reserve forecast estimate projection trend pattern cycle
phase stage term quarter decade century/centuries anniversary/anniversaries birthday wedding funeral parade carnival
banquet toast feast picnic holiday trip tour guide tourist souvenir luggage suitcase backpack tent campsite cabin lodge
`;

/** Verbs that take an object: base, and past and participle where they are irregular. */
export const transitiveVerbs = `
make/made/made take/took/taken give/gave/given find/found/found use see/saw/seen want show/showed/shown need keep/kept/kept
leave/left/left call ask bring/brought/brought hold/held/held build/built/built lose/lost/lost win/won/won support open
close change reach follow lead/led/led pay/paid/paid meet/met/met raise reject approve accept announce expect consider
plan propose back face cut/cut/cut reduce increase improve repair replace protect defend attack criticise praise welcome
oppose block delay cancel launch finish complete review examine inspect study test measure record publish release reveal
explain describe discuss debate question challenge dispute deny admit/admitted/admitted confirm report note recall remember forget/forgot/forgotten
choose/chose/chosen elect appoint name dismiss hire train teach/taught/taught help save rescue serve treat cure feed/fed/fed
grow/grew/grown plant harvest sell/sold/sold buy/bought/bought order deliver send/sent/sent receive collect gather share
divide join leave enter cross pass visit tour host organise prepare arrange manage run/ran/run control check limit ban
allow permit require demand request offer promise provide supply fund finance sponsor invest spend/spent/spent waste earn
owe lend/lent/lent borrow return restore recover renew reform rebuild/rebuilt/rebuilt redesign draft write/wrote/written
read/read/read sign print film photograph draw/drew/drawn paint design create invent develop produce assemble install
connect link power charge switch turn move carry push pull lift drop throw/threw/thrown catch/caught/caught hit/hit/hit
strike/struck/struck break/broke/broken damage destroy demolish ruin threaten scare shock surprise please annoy divide
unite inspire encourage persuade convince warn advise tell/told/told inform alert blame accuse charge arrest fine sentence
sue investigate search watch monitor track trace locate discover detect identify recognise compare match count calculate
estimate predict forecast assess judge rank rate reward honour mark celebrate remember mourn bury greet thank miss avoid
escape prevent stop end begin/began/begun start resume continue extend widen narrow lengthen shorten strengthen weaken
tighten loosen ease simplify complicate clarify correct adjust adapt transform convert merge split/split/split separate
remove add attach detach cover uncover hide/hid/hidden expose display present feature promote advertise market defend
translate edit revise rewrite/rewrote/rewritten cite quote mention ignore overlook neglect abandon surrender hand transfer/transferred/transferred
ship import export load unload store stock fill empty clean wash dry heat cool freeze/froze/frozen melt cook bake fry boil
taste smell hear/heard/heard touch feel/felt/felt love like hate fear trust respect admire envy pity forgive/forgave/forgiven
`;

/** Verbs without an object. */
export const intransitiveVerbs = `
go/went/gone come/came/come begin/began/begun work live wait rise/rose/risen fall/fell/fallen grow/grew/grown happen
stay return arrive depart travel walk march gather meet/met/met speak/spoke/spoken vote agree disagree compete play
train rest sleep/slept/slept wake/woke/woken stop pause continue change improve decline recover collapse survive die
shrink/shrank/shrunk expand spread/spread/spread stretch lean bend/bent/bent turn slow hurry drift float sink/sank/sunk
swim/swam/swum fly/flew/flown land sail drive/drove/driven ride/rode/ridden cycle climb crawl slip trip stumble stand/stood/stood
sit/sat/sat lie/lay/lain kneel/knelt/knelt smile laugh cry shout whisper sing/sang/sung dance perform rehearse practise
study learn succeed fail struggle protest complain object apologise resign retire quit/quit/quit step appear disappear
emerge vanish remain last pass end open close reopen resume start restart shine/shone/shone burn glow fade leak flood
`;

export const adjectives = `
new last old local good first large public small long high national early important young late different big social
political economic possible recent full main common free current final clear open major several general strong special
short whole real simple similar serious low certain hard difficult available likely single private past foreign central
international military legal medical financial official personal natural environmental human dead happy sad poor rich
cheap expensive safe dangerous heavy light dark bright warm cold hot wet dry clean dirty empty quiet loud soft sharp flat
round narrow wide deep shallow thick thin tall steep smooth rough fresh raw ripe sweet bitter sour salty spicy plain
fancy modern ancient medieval historic temporary permanent annual monthly weekly daily regional rural urban coastal
northern southern eastern western industrial agricultural commercial residential academic scientific technical digital
electric electronic mechanical chemical nuclear solar global domestic federal municipal democratic independent neutral
liberal conservative radical moderate extreme violent peaceful angry calm nervous confident proud humble brave careful
careless honest corrupt loyal fair unfair equal unequal rapid slow gradual sudden steady constant frequent rare unusual
strange familiar famous unknown obscure popular controversial ambitious modest generous strict gentle stubborn patient
eager reluctant cautious optimistic pessimistic realistic practical theoretical abstract concrete visible invisible
hidden obvious subtle complex detailed brief lengthy vague precise accurate wrong correct perfect broken damaged fragile
solid liquid hollow dense sparse crowded remote distant nearby adjacent parallel vertical horizontal upper lower inner
outer left rural wooden metal golden silver stone glass plastic paper woollen cotton leather blue green red white black
yellow grey brown orange pink purple pale vivid elegant ugly beautiful attractive pleasant awful terrible wonderful
remarkable ordinary typical average exceptional extraordinary enormous tiny vast huge giant massive minor slight
significant substantial considerable sufficient adequate excessive scarce abundant plentiful costly worthless valuable
precious useful useless helpful harmful toxic healthy sick ill injured tired exhausted hungry thirsty sleepy awake alert
retired unemployed homeless wealthy elderly teenage married widowed orphaned pregnant blind deaf fluent literate skilled
`;

/** Adverbs that stand before a verb. */
export const adverbs = `
also still already now never often only finally recently quickly slowly quietly openly clearly later soon again suddenly
eventually reluctantly formally publicly privately narrowly unanimously repeatedly briefly largely mostly partly nearly
almost rarely always usually carefully firmly warmly sharply steadily gradually simply merely barely jointly
`;

export const sayings = `
said added argued warned explained noted insisted conceded predicted admitted
recalled suggested promised
`;

export const roles = `
minister,mayor,spokesperson,director,professor,headteacher,engineer,chair,union leader,deputy mayor,councillor,chief
executive,economist,curator,conductor,coach,captain,nurse,surgeon,farmer,shopkeeper,judge,lawyer,inspector,historian,
geologist,biologist,architect,librarian,campaigner,treasurer,ambassador,commissioner,station manager,harbour master
`;

export const bylineRoles = `
Reporter,Correspondent,Political editor,Business reporter,Science correspondent,Court reporter,Culture writer,
Sports writer,Health reporter,Education reporter,Foreign correspondent,Climate reporter,Photographer,Data reporter
`;
