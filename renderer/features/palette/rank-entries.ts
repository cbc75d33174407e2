import type { Snippet } from '#shared/contract/articles.ts';
import { fuzzyMatch } from '#shared/text/fuzzy-match.ts';
import { choiceName, type PaletteEntry, type PaletteKind } from './palette-entry.ts';

/** An entry as it is shown: its label with what was typed marked. */
export interface RankedEntry {
	readonly entry: PaletteEntry;
	readonly label: Snippet;
}

export interface RankedGroup {
	readonly heading: string;
	readonly entries: readonly RankedEntry[];
}

const headings: Readonly<Record<PaletteKind, string>> = {
	story: 'Stories',
	command: 'Commands',
	category: 'Categories',
	person: 'People',
};
const kinds: readonly PaletteKind[] = ['story', 'command', 'category', 'person'];

/** So many are shown of each kind once something is typed, and of those used lately before. */
const mostShown = 8;
const mostRecent = 6;
/** What was used lately goes before what fits as well. */
const recentBonus = 0.5;
/** What cannot be done goes behind what fits as well. */
const disabledMalus = 0.75;
/** A story whose headline does not hold the words; the core found them elsewhere in it. */
const foundElsewhere = 0.5;

/**
 * What the palette offers for what is typed. `recent` names what was chosen lately, the newest first. Without words that
 * comes first, and then everything; with words each kind holds what fits, the best first, and the kind with the best
 * stands first.
 */
export function rankEntries(
	entries: readonly PaletteEntry[],
	typed: string,
	recent: readonly string[],
): readonly RankedGroup[] {
	return typed.trim() === '' ? everything(entries, recent) : whatFits(entries, typed, recent);
}

function everything(entries: readonly PaletteEntry[], recent: readonly string[]): RankedGroup[] {
	const byName = new Map(entries.map((entry) => [choiceName(entry), entry]));
	const lately = recent.flatMap((name) => byName.get(name) ?? []).slice(0, mostRecent);
	const rest = kinds.map((kind) => {
		const all = entries.filter((entry) => entry.kind === kind && !lately.includes(entry));
		return {
			heading: kind === 'story' ? 'Latest stories' : headings[kind],
			entries: [...all.filter(isEnabled), ...all.filter((entry) => !isEnabled(entry))],
		};
	});
	return [{ heading: 'Used lately', entries: lately }, ...rest]
		.filter((group) => group.entries.length > 0)
		.map((group) => ({
			heading: group.heading,
			entries: group.entries.map((entry) => ({ entry, label: [{ text: entry.label, isMatch: false }] })),
		}));
}

function whatFits(entries: readonly PaletteEntry[], typed: string, recent: readonly string[]): RankedGroup[] {
	const used = new Set(recent);
	const scored = entries.flatMap((entry) => {
		const match = fuzzyMatch(entry.label, typed, entry.keywords);
		// What the core found fits, even where the words stand in another form or place.
		if (match === null && entry.found === undefined) return [];
		const bonus = (used.has(choiceName(entry)) ? recentBonus : 0) - (isEnabled(entry) ? 0 : disabledMalus);
		const label = match?.parts ?? [{ text: entry.label, isMatch: false }];
		return [{ entry, label, score: (match?.score ?? foundElsewhere) + bonus }];
	});
	return kinds
		.map((kind) => {
			const group = scored.filter(({ entry }) => entry.kind === kind).sort((a, b) => b.score - a.score);
			return { heading: headings[kind], entries: group.slice(0, mostShown), best: group[0]?.score };
		})
		.flatMap(({ best, ...group }) => (best === undefined ? [] : [{ ...group, best }]))
		.sort((a, b) => b.best - a.best);
}

function isEnabled({ disabledReason }: PaletteEntry): boolean {
	return disabledReason === undefined;
}
