import type { SearchTerm } from '#shared/text/search-query.ts';
import { type Connection, numberAt } from './connection.ts';
import type { TextQuestion } from './full-text.ts';

/** Tells how rare words are; what was told is known until the next change. */
export interface Rarity {
	/** Whether at most so many stories are what a question asks for. */
	isRare(question: TextQuestion, most: number): boolean;
	/** After a change. */
	forget(): void;
}

/** So much is known at a time; one question asks it several times. */
const mostKnown = 500;
/** So many rare questions are held against the next one: those that were asked while it was typed, and their terms. */
const mostHeld = 12;

/** Makes one that knows nothing yet. */
export function createRarity(connection: Connection): Rarity {
	const known = new Map<string, boolean>();
	let rare: { readonly question: TextQuestion; readonly most: number }[] = [];

	/** Words that are rare are so with every letter and word more, and need no counting again. */
	const narrowsRare = (question: TextQuestion, most: number) =>
		rare.some(
			(before) => before.most <= most && before.question.table === question.table && narrows(question, before.question),
		);
	const count = ({ table, match }: TextQuestion, most: number) =>
		numberAt(
			connection.row(`select count(*) from (select 1 from ${table} where ${table} match ? limit ?)`, [match, most + 1]),
			0,
		);
	return {
		isRare(question, most) {
			const key = `${question.table} ${most} ${question.match}`;
			const present = known.get(key);
			if (present !== undefined) return present;
			const isIt = narrowsRare(question, most) || count(question, most) <= most;
			if (known.size >= mostKnown) known.clear();
			known.set(key, isIt);
			if (isIt) rare = [{ question, most }, ...rare].slice(0, mostHeld);
			return isIt;
		},
		forget() {
			known.clear();
			rare = [];
		},
	};
}

/** Whether every story that a question finds is found by the one before as well. */
function narrows({ terms }: TextQuestion, before: TextQuestion): boolean {
	return before.terms.every((wide) =>
		terms.some((term) =>
			wide.isExcluded ? term.isExcluded && isSame(term, wide) : !term.isExcluded && implies(term, wide),
		),
	);
}

function isSame(one: SearchTerm, other: SearchTerm): boolean {
	return one.isPrefix === other.isPrefix && one.words.join(' ') === other.words.join(' ');
}

/** Whether a story with this term has the other one too: words that begin as that has them. */
function implies({ words, isPrefix }: SearchTerm, wide: SearchTerm): boolean {
	const last = wide.words.length - 1;
	return wide.words.every((word, at) => {
		const own = words[at];
		if (at === last && wide.isPrefix) return own?.startsWith(word) ?? false;
		return own === word && !(isPrefix && at === words.length - 1);
	});
}
