import { withheldWords } from '#shared/document/withheld-words.ts';
import { type Article, type ArticleId, isArticleLink, type StoryLink } from '#shared/model/article.ts';
import type { FieldRef, Problem } from '#shared/model/problem.ts';
import { statusEntry } from '#shared/model/status.ts';
import { withheldAt, withholdingOf } from '#shared/model/withheld.ts';
import type { Decision, ExportChoice } from './decide.ts';
import type { ExportSource, ReadArticle } from './export-source.ts';

/** What says that something is held back in a story that goes out. */
export const heldBackChecks: readonly string[] = ['linked-story-left-out', 'changes-held-back'];

/** Tells of every place of a story that goes out where something is held back, and why, as warnings. */
export type TellLeftOut = (file: ReadArticle) => Promise<Problem[]>;

/** Makes what tells it for one export. */
export function createLeftOut(
	source: ExportSource,
	{ ready }: Pick<ExportChoice, 'ready'>,
	{ card, heldBack }: Pick<Decision, 'card' | 'heldBack'>,
): TellLeftOut {
	const { newsroom } = source.folder;
	const reasons = new Map<ArticleId, Promise<string>>();
	const find = async (id: ArticleId): Promise<string> => {
		const file = await source.read(id);
		switch (file.kind) {
			case 'gone':
				return 'the story is gone or in the trash';
			case 'unusable':
				return 'the story’s file cannot be used';
			case 'article':
				return `${nameOf(file.article)} ${reasonOf(file.article)}`;
		}
	};
	const reasonOf = (article: Article): string => {
		const { exported, phrase } = statusEntry(article.status);
		const status = `is ${phrase}`;
		if (exported === 'never' || exported === 'as draft') return status;
		const withheld = withheldAt(withholdingOf(article), source.now);
		if (withheld !== null) return withheldWords(withheld, newsroom);
		if (exported === 'by name' && !ready) return status;
		const row = heldBack.find((story) => story.id === article.id);
		const error = row?.problems.find(({ severity }) => severity === 'error');
		return error === undefined ? 'is not in this export' : `is kept back by an error (${error.message})`;
	};
	const reasonFor = (id: ArticleId): Promise<string> => {
		const reason = reasons.get(id) ?? find(id);
		reasons.set(id, reason);
		return reason;
	};
	return async ({ article, hasHeldBack }) => {
		const problems: Problem[] = hasHeldBack ? [changesHeldBack] : [];
		const tell = async (link: StoryLink | null, where: FieldRef, place: string) => {
			if (link === null || !isArticleLink(link) || card(link.article) !== null) return;
			const message = `${place} is left out: ${await reasonFor(link.article)}`;
			problems.push({ check: 'linked-story-left-out', severity: 'warning', where, message });
		};
		for (const [index, link] of article.related.entries())
			await tell(link, { field: 'related', index }, `Related post ${index + 1}`);
		await tell(article.nextRead, { field: 'nextRead' }, 'The next read');
		return problems;
	};
}

const changesHeldBack: Problem = {
	check: 'changes-held-back',
	severity: 'warning',
	where: { field: 'headline' },
	message: 'Its changes that are not live are held back until you publish them',
};

function nameOf({ headline }: Article): string {
	return headline.trim() === '' ? 'a story without a headline' : `“${headline}”`;
}
