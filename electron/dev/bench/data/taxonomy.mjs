/**
 * The tree of categories: slug, label, parent, colour, topic; a missing topic is that of the node above.
 *
 * @type {[string, string, string | null, string | null, string?][]}
 */
const tree = [
	['news', 'News', null, '#b3261e', 'world'],
	['politics', 'Politics', 'news', '#2456a6', 'politics'],
	['parliament', 'Parliament', 'politics', null],
	['local-government', 'Local government', 'politics', null],
	['elections', 'Elections', 'politics', null],
	['crime-and-courts', 'Crime and courts', 'news', '#6b2b2b', 'crime'],
	['courts', 'Courts', 'crime-and-courts', null],
	['weather', 'Weather', 'news', null, 'climate'],
	['abroad', 'Abroad', null, '#3a4fb0', 'world'],
	['near-east', 'Near East', 'abroad', null],
	['east-asia', 'East Asia', 'abroad', null],
	['south-asia', 'South Asia', 'abroad', null],
	['sub-saharan-africa', 'Sub-Saharan Africa', 'abroad', null],
	['north-america', 'North America', 'abroad', null],
	['latin-america', 'Latin America', 'abroad', null],
	['pacific', 'The Pacific', 'abroad', null],
	['money', 'Money', null, '#33506b', 'business'],
	['companies', 'Companies', 'money', null],
	['work', 'Work', 'money', null],
	['housing', 'Housing', 'money', null],
	['personal-finance', 'Personal finance', 'money', null],
	['knowledge', 'Knowledge', null, '#1d6b3f', 'science'],
	['space', 'Space', 'knowledge', null],
	['nature', 'Nature', 'knowledge', null],
	['environment', 'Environment', 'knowledge', '#2f7a56', 'climate'],
	['energy', 'Energy', 'environment', null],
	['medicine', 'Medicine', 'knowledge', '#a23a6b', 'health'],
	['mental-health', 'Mental health', 'medicine', null],
	['tech', 'Tech', null, '#4a3fa3', 'technology'],
	['security-and-privacy', 'Security and privacy', 'tech', null],
	['gadgets', 'Gadgets', 'tech', null],
	['learning', 'Learning', null, '#8a5a00', 'school'],
	['universities', 'Universities', 'learning', null],
	['arts', 'Arts', null, '#a0472f', 'culture'],
	['books', 'Books', 'arts', null],
	['music', 'Music', 'arts', null],
	['stage-and-screen', 'Stage and screen', 'arts', null],
	['games-and-sport', 'Games and sport', null, '#0f6f78', 'sport'],
	['ball-games', 'Ball games', 'games-and-sport', null],
	['on-wheels', 'On wheels', 'games-and-sport', null],
	['out-and-about', 'Out and about', null, '#1b6f9c', 'travel'],
	['railways', 'Railways', 'out-and-about', null],
];

const topicOf = (slug) => {
	const [, , parent, , topic] = tree.find(([name]) => name === slug);
	return topic ?? topicOf(parent);
};

/** The categories as `categories.json` holds them. */
export const categories = tree.map(([slug, label, parent, colour]) => ({ slug, label, parent, colour, uri: null }));

/** Each category with the topic of its stories. */
export const sections = tree.map(([slug]) => ({ slug, topic: topicOf(slug) }));
