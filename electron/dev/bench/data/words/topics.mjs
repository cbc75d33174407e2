// What the sections of the newsroom write about: words of their own beside the everyday ones, and their tags.

/** Words by topic: nouns, adjectives and tags, the most frequent first. */
export const topics = {
	politics: {
		nouns: `parliament coalition opposition cabinet ballot candidate constituency/constituencies referendum manifesto
			bill amendment whip senate senator lobby/lobbies motion majority/majorities minority/minorities turnout ministry/ministries
			mandate faction veto/vetoes quorum speaker prime-minister president chancellor decree statute reshuffle by-election`,
		adjectives:
			'parliamentary ministerial presidential constitutional bipartisan elected cross-party partisan legislative',
		tags: 'elections,parliament,budget,local government,constitution,polling,coalition,referendum,transparency,lobbying',
	},
	world: {
		nouns: `embassy/embassies ambassador envoy ceasefire border delegation peacekeeper resolution sanction diplomat consulate
			militia convoy checkpoint frontier pact dialogue mediator exile migrant asylum corridor occupation uprising regime`,
		adjectives: 'diplomatic multilateral bilateral humanitarian overseas sovereign displaced armed transatlantic',
		tags: 'diplomacy,migration,peace talks,trade,human rights,aid,sanctions,borders,security council,refugees',
	},
	business: {
		nouns: `investor shareholder merger takeover dividend inflation export import start-up retailer wholesaler manufacturer
			insurer lender broker bond currency/currencies exchange boardroom bankruptcy/bankruptcies turnover margin revenue
			franchise subsidiary/subsidiaries patent trademark recession apprentice workforce redundancy/redundancies supply-chain`,
		adjectives: 'corporate quarterly fiscal monetary listed profitable insolvent competitive wholesale retail',
		tags: 'economy,jobs,inflation,housing,banks,small business,energy prices,wages,start-ups,shipping,retail',
	},
	technology: {
		nouns: `software algorithm server browser database chip processor robot drone sensor app password hacker breach update
			platform startup developer programmer keyboard tablet headset router antenna fibre spectrum cloud interface prototype
			codec protocol firmware dataset benchmark compiler simulation automation`,
		adjectives: 'online wireless automated encrypted open-source virtual autonomous programmable interactive',
		tags: 'privacy,artificial intelligence,open source,cyber security,phones,chips,robots,internet,data,games',
	},
	science: {
		nouns: `researcher experiment telescope microscope molecule atom particle cell gene genome protein enzyme bacterium/bacteria
			fossil dinosaur species/species habitat ecosystem reef glacier crater asteroid comet galaxy/galaxies nebula spacecraft
			isotope crystal magnet laser vacuum hypothesis/hypotheses journal laboratory/laboratories expedition specimen`,
		adjectives: 'genetic molecular cosmic prehistoric experimental statistical peer-reviewed microscopic orbital',
		tags: 'space,physics,biology,fossils,astronomy,genetics,oceans,research funding,mathematics,archaeology',
	},
	climate: {
		nouns: `emission carbon greenhouse turbine panel grid hydrogen biomass coal gas oil pipeline refinery/refineries wildfire
			heatwave glacier permafrost erosion rainfall aquifer levee biodiversity conservation sapling mangrove peatland
			pollinator pesticide fertiliser landfill recycling footprint`,
		adjectives: 'renewable low-carbon drought-stricken warming sustainable flooded endangered fossil tidal',
		tags: 'climate,energy,floods,drought,wildlife,solar power,wind power,forests,recycling,air quality',
	},
	health: {
		nouns: `hospital clinic surgeon midwife/midwives ambulance paramedic vaccine antibiotic allergy/allergies diabetes asthma
			cancer stroke transplant donor prescription waiting-list dementia obesity nutrition pregnancy/pregnancies maternity
			ward epidemic screening anaesthetic rehabilitation disability/disabilities wheelchair carer hospice`,
		adjectives: 'clinical chronic mental infectious preventive surgical contagious nutritional paediatric',
		tags: 'hospitals,vaccines,mental health,nursing,cancer research,public health,diet,ageing,medicines',
	},
	school: {
		nouns: `pupil classroom headteacher curriculum exam lesson tuition university/universities lecturer scholarship
			nursery/nurseries playground textbook timetable canteen dormitory/dormitories degree thesis/theses seminar campus
			kindergarten literacy numeracy graduate apprentice workshop blackboard`,
		adjectives: 'primary secondary vocational bilingual compulsory extracurricular postgraduate classroom-based',
		tags: 'schools,universities,exams,teachers,student housing,nurseries,literacy,apprenticeships',
	},
	crime: {
		nouns: `suspect detective burglary/burglaries fraud robbery/robberies smuggler forgery/forgeries ransom hostage gang
			prosecutor defendant jury/juries courtroom testimony/testimonies barrister magistrate cell parole probation warrant
			handcuff getaway stolen-car counterfeit laundering cartel homicide arson vandalism`,
		adjectives: 'criminal forensic stolen guilty innocent undercover fraudulent convicted suspected',
		tags: 'courts,police,fraud,burglary,smuggling,cyber crime,prisons,appeals,cold cases',
	},
	culture: {
		nouns: `painter sculptor orchestra conductor composer playwright actor actress stage rehearsal premiere exhibition
			curator canvas sculpture mural fresco manuscript opera ballet choir violin cello piano trumpet drum novelist memoir
			biography/biographies screenplay documentary/documentaries cinema festival costume ceramic tapestry/tapestries`,
		adjectives: 'artistic theatrical musical literary classical contemporary baroque folk avant-garde',
		tags: 'books,film,music,theatre,museums,architecture,photography,festivals,heritage,design,food',
	},
	sport: {
		nouns: `striker goalkeeper midfielder referee penalty/penalties tournament final semi-final quarter-final championship
			fixture transfer manager dressing-room injury/injuries sprint marathon relay hurdle javelin regatta rower swimmer
			gymnast cyclist peloton boxer wrestler racket serve innings wicket scrum try touchline`,
		adjectives: 'unbeaten injured athletic olympic amateur professional relegated promoted qualifying',
		tags: 'football,cycling,athletics,rowing,tennis,rugby,swimming,chess,women’s sport,doping',
	},
	travel: {
		nouns: `railway timetable sleeper platform carriage locomotive airline runway terminal cruise ferry/ferries motorway
			roadworks/roadworks toll cycle-path footpath hostel itinerary/itineraries landmark ruin vineyard spa viewpoint
			souvenir cable-car funicular steamer promenade`,
		adjectives: 'scenic overnight high-speed seaside alpine off-season direct delayed electrified',
		tags: 'railways,night trains,cycling,airports,ferries,roads,walking,islands,city breaks',
	},
};
