import type { StyleRule } from '../../model/house-style.ts';
import type { FindQuery } from '../find/find-query.ts';
import { type Finder, makeFinder } from '../find/make-finder.ts';

/** A place of a text that a rule speaks of, in UTF-16 units; `to` is behind it. */
export interface StyleFound {
	readonly from: number;
	readonly to: number;
	readonly rule: StyleRule;
	/** What is to stand there; null where the rule says no one thing. */
	readonly by: string | null;
}

/** Rules that are ready for use. */
export interface StyleGuide {
	/** What the rules find in a text of this language, in its order, without overlaps. */
	find(text: string, language: string): readonly StyleFound[];
	/** Rules that cannot be used, each with the reason as a sentence. */
	readonly unusable: readonly { readonly rule: StyleRule; readonly reason: string }[];
}

/** What a rule looks for. */
export function queryOf({ avoid, isPattern, matchCase }: StyleRule): FindQuery {
	return { text: avoid, isPattern, matchCase, wholeWord: !isPattern };
}

/** Makes rules ready for use. */
export async function makeStyleGuide(rules: readonly StyleRule[]): Promise<StyleGuide> {
	const usable: { rule: StyleRule; finder: Finder }[] = [];
	const unusable: { rule: StyleRule; reason: string }[] = [];
	for (const rule of rules) {
		const made = await makeFinder(queryOf(rule));
		if ('problem' in made) unusable.push({ rule, reason: made.problem });
		else usable.push({ rule, finder: made.finder });
	}
	return {
		unusable,
		find(text, language) {
			const found: StyleFound[] = [];
			for (const { rule, finder } of usable) {
				if (!holdsFor(rule, language)) continue;
				for (const { from, to, by } of finder.replace(text, rule.use)) {
					const put = rule.use === '' ? null : asFound(by, text.slice(from, to), rule);
					if (put === text.slice(from, to) || found.some((one) => one.from < to && from < one.to)) continue;
					found.push({ from, to, rule, by: put });
				}
			}
			return found.sort((one, other) => one.from - other.from);
		},
	};
}

function holdsFor({ language }: StyleRule, ofText: string): boolean {
	const [wanted, given] = [language.toLowerCase(), ofText.toLowerCase()];
	return wanted === '' || given === wanted || given.startsWith(`${wanted}-`);
}

/** "Percent" at the beginning of a sentence becomes "Per cent". */
function asFound(by: string, found: string, { matchCase, avoid }: StyleRule): string {
	const isRaised = startsLarge(found) && !startsLarge(avoid) && !matchCase;
	return isRaised ? by.replace(/^./u, (letter) => letter.toLocaleUpperCase('en')) : by;
}

function startsLarge(text: string): boolean {
	return /^\p{Lu}/u.test(text);
}
