import type { LinkedStory } from '../../contract/articles.ts';
import type { Article, ArticleId } from '../../model/article.ts';
import type { MediaPath } from '../../model/block.ts';
import type { Category } from '../../model/category.ts';
import type { Newsroom } from '../../model/newsroom.ts';
import type { FieldRef, Problem } from '../../model/problem.ts';
import { blockErrors, blockProblems } from './block-rules.ts';
import { linkRules } from './link-rules.ts';
import { mediaRules } from './media-rules.ts';
import { storyRules } from './story-rules.ts';

/** What the checks need to know beyond the story. */
export interface CheckContext {
	readonly categories: readonly Category[];
	readonly limits: Newsroom['limits'];
	/** A linked story; undefined is not known yet, null is gone or in the trash. */
	linked(id: ArticleId): LinkedStory | null | undefined;
	/** Whether the newsroom holds the picture; without it pictures are taken to be there. */
	mediaExists?(path: MediaPath): boolean;
	readonly now: Date;
	/** How an embargo is written; in English and UTC where it is not given. */
	readonly dateStyle?: { readonly locale: string; readonly timeZone: string };
}

/** Where a rule found something, and the sentence for the editor. */
export interface Finding {
	readonly where: FieldRef;
	readonly message: string;
}

/** One readiness rule: errors block an export, warnings do not. */
export interface Rule {
	readonly check: string;
	readonly severity: Problem['severity'];
	find(article: Article, context: CheckContext): Iterable<Finding>;
}

const rules: readonly Rule[] = [...storyRules, ...mediaRules, ...linkRules];
const errorRules = rules.filter(({ severity }) => severity === 'error');

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

/** How many errors `checkArticle` finds, without looking for warnings, which takes most of the time. */
export function countErrors(article: Article, context: CheckContext): number {
	let errors = 0;
	for (const { find } of errorRules) for (const _ of find(article, context)) errors += 1;
	for (const block of article.body) errors += blockErrors(block).length;
	return errors;
}

/** Whether any of these problems blocks an export. */
export function isBlocked(problems: readonly Problem[]): boolean {
	return problems.some((problem) => problem.severity === 'error');
}
