import type { Article } from '../../model/article.ts';
import type { Problem } from '../../model/problem.ts';
import { blockRules } from './block-rules.ts';
import { bodyRules } from './body-rules.ts';
import { type CheckId, checkEntry } from './check-table.ts';
import { factRules } from './fact-rules.ts';
import { placeRules } from './headline-places.ts';
import { keyPointRules } from './key-point-rules.ts';
import { linkRules } from './link-rules.ts';
import { mediaRules } from './media-rules.ts';
import type { CheckContext, Rule } from './rule.ts';
import { storyRules } from './story-rules.ts';

export type { CheckContext };

const rules: readonly Rule[] = [
	...storyRules,
	...placeRules,
	...keyPointRules,
	...bodyRules,
	...factRules,
	...mediaRules,
	...linkRules,
];

/** Everything that keeps a story from being published as it should be: errors first, each kind in page order. */
export function checkArticle(article: Article, context: CheckContext): Problem[] {
	const { checks, depth } = context;
	const isAsked = (id: CheckId) => {
		const { isOn, severity } = checks.of(id);
		if (!isOn || severity === 'error') return isOn;
		return depth === undefined || (depth === 'quick' && !checkEntry(id).isClose);
	};
	const problems: Problem[] = [];
	for (const { check, find } of rules) {
		if (!isAsked(check)) continue;
		const { severity } = checks.of(check);
		for (const finding of find(article, context)) problems.push({ check, severity, ...finding });
	}
	const asked = blockRules.filter((rule) => rule.checks.some(isAsked));
	for (const block of article.body) {
		const where = { field: 'block', block: block.id } as const;
		for (const { find } of asked) {
			for (const { check, message } of find(block, article.language)) {
				if (isAsked(check)) problems.push({ check, severity: checks.of(check).severity, where, message });
			}
		}
	}
	const each = problems.filter(isFirst());
	return [
		...each.filter((problem) => problem.severity === 'error'),
		...each.filter((problem) => problem.severity === 'warning'),
	];
}

/** Lets what is said of one place be said once, however often it is so there. */
function isFirst(): (problem: Problem) => boolean {
	const said = new Set<string>();
	return ({ check, where, message }) => said.size < said.add(`${check} ${JSON.stringify(where)} ${message}`).size;
}

/** Whether any of these problems blocks an export. */
export function isBlocked(problems: readonly Problem[]): boolean {
	return problems.some((problem) => problem.severity === 'error');
}
