import { z } from 'zod';
import { LanguageTag } from './article.ts';
import { Line } from './text.ts';

/** How much a rule of the house style matters. */
const StyleWeight = z.enum(['advice', 'warning', 'error']);
export type StyleWeight = z.infer<typeof StyleWeight>;

/** One rule of the house style: what is avoided, what is used in its place, and why. */
export const StyleRule = z.strictObject({
	/** The words that are avoided, as whole words; or a pattern in the syntax of RE2. */
	avoid: Line.refine((words) => words.trim() !== '', { error: 'must say what is avoided' }).max(500),
	isPattern: z.boolean().default(false),
	matchCase: z.boolean().default(false),
	/** What is used instead; empty where there is no one thing. In a pattern `$1` is its first group. */
	use: Line.max(500).default(''),
	/** Why, as the writer reads it. */
	reason: Line.max(500).default(''),
	weight: StyleWeight.default('advice'),
	/** The language that it holds for; empty for every one. `en` holds for `en-GB` too. */
	language: z.union([z.literal(''), LanguageTag]).default(''),
});
export type StyleRule = z.infer<typeof StyleRule>;

/** `house-style.json` as a whole. A rule that does not fit stays as it is in the file and stops no other. */
export const HouseStyleFile = z.object({
	$schema: z.literal('urn:galley:house-style:1'),
	rules: z.array(z.unknown()).max(5000).default([]),
});
export type HouseStyleFile = z.infer<typeof HouseStyleFile>;

/** A rule that cannot be used: the how manieth it is in the file, from 1, and why. */
export interface BadStyleRule {
	readonly number: number;
	readonly reason: string;
}

/** The newsroom's house style, as far as its file can be read. */
export interface HouseStyle {
	readonly rules: readonly StyleRule[];
	readonly bad: readonly BadStyleRule[];
	/** Why the file as a whole cannot be read, as a sentence; null when it can. */
	readonly problem: string | null;
}

/** The rules among these values, and what is wrong with the others. */
export function readStyleRules(untrusted: readonly unknown[]): Pick<HouseStyle, 'rules' | 'bad'> {
	const rules: StyleRule[] = [];
	const bad: BadStyleRule[] = [];
	for (const [index, value] of untrusted.entries()) {
		const rule = StyleRule.safeParse(value);
		if (rule.success) rules.push(rule.data);
		else bad.push({ number: index + 1, reason: reasonOf(rule.error) });
	}
	return { rules, bad };
}

function reasonOf({ issues: [issue] }: z.ZodError): string {
	if (issue === undefined) return 'It does not fit the format.';
	const message = issue.message
		.replace(/^Invalid (?:input|option): /, '')
		.replaceAll('"|"', '", "')
		.replace(/\.$/, '');
	return issue.path.length === 0 ? `It is no rule: ${message}.` : `“${issue.path.join('.')}”: ${message}.`;
}
