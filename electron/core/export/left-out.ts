import { withheldWords } from '#shared/document/withheld-words.ts';
import { type Article, type ArticleId, isArticleLink, type StoryLink } from '#shared/model/article.ts';
import type { FieldRef, Problem } from '#shared/model/problem.ts';
import { statusEntry } from '#shared/model/status.ts';
import { withheldAt, withholdingOf } from '#shared/model/withheld.ts';
import type { Decision, ExportChoice } from './decide.ts';
import type { ExportSource, ReadArticle } from './export-source.ts';

/** What says that something is held back in a story that goes out. */
export const heldBackChecks: readonly string[] = ['linked-story-left-out', 'changes-held-back'];

/** Tells what an export leaves out, and why. */
export interface LeftOut {
	/** Every place of a story that goes out where something is held back, as warnings. */
	inStory(file: ReadArticle): Promise<Problem[]>;
	/** A story that does not go out; null where its headline is known to nobody but readers. */
	story(id: ArticleId): Promise<{ readonly headline: string | null; readonly reason: string }>;
}

/** Makes what tells it for one export. */
export function createLeftOut(
	source: ExportSource,
	{ ready }: Pick<ExportChoice, 'ready'>,
	{ card, heldBack }: Pick<Decision, 'card' | 'heldBack'>,
): LeftOut {
	const { newsroom } = source.folder;
	const stories = new Map<ArticleId, ReturnType<LeftOut['story']>>();
	const find: LeftOut['story'] = async (id) => {
		const file = await source.read(id);
		switch (file.kind) {
			case 'gone':
				return { headline: null, reason: 'is gone or in the trash' };
			case 'unusable':
				return { headline: null, reason: 'has a file that cannot be used' };
			case 'article':
				return { headline: file.article.headline, reason: reasonOf(file.article) };
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
	const story: LeftOut['story'] = (id) => {
		const told = stories.get(id) ?? find(id);
		stories.set(id, told);
		return told;
	};
	const inStory: LeftOut['inStory'] = async ({ article, hasHeldBack }) => {
		const problems: Problem[] = hasHeldBack ? [changesHeldBack] : [];
		const tell = async (link: StoryLink | null, where: FieldRef, place: string) => {
			if (link === null || !isArticleLink(link) || card(link.article) !== null) return;
			const { headline, reason } = await story(link.article);
			const message = `${place} is left out: ${nameOf(headline)} ${reason}`;
			problems.push({ check: 'linked-story-left-out', severity: 'warning', where, message });
		};
		for (const [index, link] of article.related.entries())
			await tell(link, { field: 'related', index }, `Related post ${index + 1}`);
		await tell(article.nextRead, { field: 'nextRead' }, 'The next read');
		return problems;
	};
	return { inStory, story };
}

const changesHeldBack: Problem = {
	check: 'changes-held-back',
	severity: 'warning',
	where: { field: 'headline' },
	message: 'Its changes that are not live are held back until you publish them',
};

function nameOf(headline: string | null): string {
	if (headline === null) return 'the story';
	return headline.trim() === '' ? 'a story without a headline' : `“${headline}”`;
}
