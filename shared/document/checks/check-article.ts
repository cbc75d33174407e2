import type { Article } from '../../model/article.ts';
import type { Problem } from '../../model/problem.ts';
import { blockProblems } from './block-rules.ts';
import { linkRules } from './link-rules.ts';
import { mediaRules } from './media-rules.ts';
import type { CheckContext, Rule } from './rule.ts';
import { storyRules } from './story-rules.ts';

export type { CheckContext };

const rules: readonly Rule[] = [...storyRules, ...mediaRules, ...linkRules];

/** Everything that keeps a story from being published as it should be: errors first, each kind in page order. */
export function checkArticle(article: Article, context: CheckContext): Problem[] {
	const problems: Problem[] = [];
	for (const { check, severity, find } of rules) {
		for (const finding of find(article, context)) problems.push({ check, severity, ...finding });
	}
	for (const block of article.body) problems.push(...blockProblems(block));
	return [
		...problems.filter((problem) => problem.severity === 'error'),
		...problems.filter((problem) => problem.severity === 'warning'),
	];
}

/** Whether any of these problems blocks an export. */
export function isBlocked(problems: readonly Problem[]): boolean {
	return problems.some((problem) => problem.severity === 'error');
}
