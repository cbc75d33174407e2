import { StyleRule } from '#shared/model/house-style.ts';
import { ListedWord } from '#shared/model/word-list.ts';

/** A rule of the house style while it is edited. */
export interface StyleDraft extends StyleRule {
	/** A name of its own for as long as it is edited. */
	readonly key: string;
}
export type StyleErrors = Partial<Record<'avoid' | 'language', string>>;

/** Begins to edit the rules. */
export function styleDraftsOf(rules: readonly StyleRule[]): readonly StyleDraft[] {
	return rules.map((rule, index) => ({ ...rule, key: `rule ${index}` }));
}

/** A rule that says nothing yet. */
export function newStyleDraft(key: string): StyleDraft {
	return { ...StyleRule.parse({ avoid: '-' }), avoid: '', key };
}

/** Makes rules of what was typed, or says what is wrong with each. */
export function checkStyle(
	drafts: readonly StyleDraft[],
):
	| { readonly ok: true; readonly rules: readonly StyleRule[] }
	| { readonly ok: false; readonly errors: ReadonlyMap<string, StyleErrors> } {
	const rules: StyleRule[] = [];
	const errors = new Map<string, StyleErrors>();
	for (const draft of drafts) {
		const parsed = StyleRule.safeParse(ruleOf(draft));
		if (parsed.success) rules.push(parsed.data);
		else {
			const fields = new Set(parsed.error.issues.map(({ path: [field] }) => field));
			errors.set(draft.key, {
				...(fields.has('avoid') ? { avoid: 'Say what is avoided.' } : {}),
				...(fields.has('language') ? { language: 'Write a language tag such as en or pt-BR.' } : {}),
			});
		}
	}
	return errors.size === 0 ? { ok: true, rules } : { ok: false, errors };
}

/** A draft as the rule that it stands for. */
export function ruleOf({ key: _, ...rule }: StyleDraft): StyleRule {
	return { ...rule, language: rule.language.trim() };
}

/** How the words of the newsroom's list became others, one a line; a line that is no word is named. */
export function wordChanges(
	before: readonly ListedWord[],
	typed: string,
): { readonly add: ListedWord[]; readonly remove: ListedWord[]; readonly problem: string | null } {
	const words = new Set<ListedWord>();
	for (const line of typed.split('\n')) {
		if (line.trim() === '') continue;
		const word = ListedWord.safeParse(line);
		if (!word.success)
			return { add: [], remove: [], problem: `“${line.trim()}” is not one word. Write one word a line.` };
		words.add(word.data);
	}
	const known = new Set(before);
	return {
		add: [...words].filter((word) => !known.has(word)),
		remove: before.filter((word) => !words.has(word)),
		problem: null,
	};
}
