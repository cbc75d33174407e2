/** What a document can hold that a story cannot. */
const kinds = {
	webPicture: ['web picture', 'web pictures'],
	picture: ['picture', 'pictures'],
	form: ['form', 'forms'],
	button: ['button', 'buttons'],
	page: ['embedded page', 'embedded pages'],
	video: ['video', 'videos'],
	recording: ['recording', 'recordings'],
	drawing: ['drawing', 'drawings'],
	formula: ['formula', 'formulas'],
	comment: ['comment', 'comments'],
} as const;
export type LeftOutKind = keyof typeof kinds;

/** How many of each were left out of what was read. */
export type LeftOut = Readonly<Partial<Record<LeftOutKind, number>>>;

/** What was left out, as a sentence, with the sites whose pictures they were; null when that is nothing. */
export function leftOutWords(leftOut: LeftOut, sites: readonly string[] = []): string | null {
	const parts: string[] = [];
	let total = 0;
	for (const [kind, [one, many]] of Object.entries(kinds)) {
		const count = Object.entries(leftOut).find(([name]) => name === kind)?.[1] ?? 0;
		if (count === 0) continue;
		const from = kind === 'webPicture' && sites.length > 0 ? ` (${sitesWords(sites)})` : '';
		parts.push(`${count} ${count === 1 ? one : many}${from}`);
		total += count;
	}
	if (total === 0) return null;
	const last = parts.pop() ?? '';
	const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
	return `${list} ${total === 1 ? 'was' : 'were'} left out.`;
}

function sitesWords(sites: readonly string[]): string {
	return sites.length > 2 ? `${sites.slice(0, 2).join(', ')} …` : sites.join(', ');
}
