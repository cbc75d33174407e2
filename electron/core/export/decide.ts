import type { ExportScope, PlannedStory } from '#shared/contract/export.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { Problem } from '#shared/model/problem.ts';
import { listedStatuses, statusEntry } from '#shared/model/status.ts';
import { withheldAt, withholdingOf } from '#shared/model/withheld.ts';
import { linkedStory } from '../articles/story-summary.ts';
import { type SameStory, sameStories } from './as-before.ts';
import {
	draftProblem,
	type FindLinked,
	isBlocked,
	linkedIds,
	plannedStory,
	readyProblem,
	slugTakenProblem,
	storyProblems,
	unusableProblem,
	withdrawnProblem,
} from './assess.ts';
import { ExportOvertaken } from './export-failure.ts';
import {
	type ChangedStories,
	type ExportSource,
	type ExportTools,
	type ReadArticle,
	type StoryFile,
	stopIfCancelled,
} from './export-source.ts';
import type { Earlier } from './folder/earlier.ts';
import { cardOf, cardOfPublished, type FindCard, type LinkCard, linksIn } from './link-card.ts';
import type { Pictures } from './pictures.ts';
import { chosenStories, nextStory, readStories } from './read-stories.ts';
import { storyIn, type WithdrawnStory, withdrawnStories } from './withdrawn-stories.ts';

/** Which stories an export is about, and which of them go out although they are not published. */
export interface ExportChoice {
	readonly scope: ExportScope;
	/** Those that are ready. */
	readonly ready: boolean;
	/** Chosen drafts and stories in review. */
	readonly drafts: boolean;
}

/** A story that goes out as its file is. */
export interface GoingStory {
	readonly id: ArticleId;
	/** Where its file lay when this was decided; undefined where it was not read, as the story is as before. */
	readonly path: string | undefined;
	/** What its file held. */
	readonly revision: Revision;
	/** What links to it show, whether there may be any or not; null where it was not read. */
	readonly card: LinkCard | null;
	/** Warnings about it. */
	readonly problems: readonly Problem[];
	/** Whether it was chosen; else it is made anew only because it stands in a file with others. */
	readonly isChosen: boolean;
}

/** What goes out with an export, decided once from the files before any story is made; everything is built from this. */
export interface Decision {
	/** Newest first. */
	readonly going: readonly GoingStory[];
	/** The first of them as they were judged, until they are made; the others are read again. */
	readonly kept: Map<ArticleId, ReadArticle>;
	/** Stories that stay as they were exported before. */
	readonly staying: readonly ArticleId[];
	/** Those of both that come out as before: nothing of them is read or made. */
	readonly same: ReadonlyMap<ArticleId, SameStory>;
	/** Chosen stories that do not go out, with the reasons. */
	readonly heldBack: readonly PlannedStory[];
	/** What is told of stories that readers once had and that were withdrawn. */
	readonly withdrawn: readonly WithdrawnStory[];
	/** What links show: only stories that readers get with this export. */
	readonly card: FindCard;
}

/** What becomes of a story by what its file holds; the row says why it does not go. */
export type Verdict =
	| {
			readonly kind: 'goes';
			readonly file: ReadArticle;
			readonly problems: readonly Problem[];
	  }
	/** Readers keep what was exported before. */
	| { readonly kind: 'stays'; readonly row: PlannedStory | null }
	/** Readers are not to have it. */
	| { readonly kind: 'barred'; readonly row: PlannedStory | null };

/** To read stories again takes a third of an export; to keep all of 100,000 takes more memory than there may be. */
const mostKept = 50e6;

/** Decides which stories an export holds. */
export async function decide(
	source: ExportSource,
	choice: ExportChoice,
	earlier: Earlier,
	pictures: Pictures,
	tools: ExportTools,
): Promise<Decision> {
	for (const { picture } of source.folder.people) if (picture !== null) await pictures.look(picture);
	const changed = await source.changed();
	const chosen = await chosenStories(source, choice, changed);
	const same = await sameStories(source, earlier, changed, pictures, tools.signal);
	const withdrawn = await withdrawnStories(source, changed);
	return decideBeside(same, { source, choice, earlier, pictures, tools, changed, chosen, withdrawn });
}

interface DecideTools {
	readonly source: ExportSource;
	readonly choice: ExportChoice;
	readonly earlier: Earlier;
	readonly pictures: Pictures;
	readonly tools: ExportTools;
	readonly changed: ChangedStories;
	readonly chosen: readonly ArticleId[];
	readonly withdrawn: readonly WithdrawnStory[];
}

/** Judges every story but the same ones; those too where one of them cannot come out as before after all. */
async function decideBeside(same: ReadonlyMap<ArticleId, SameStory>, given: DecideTools): Promise<Decision> {
	const { source, choice, earlier, pictures, tools, changed, chosen, withdrawn } = given;
	const judgeAll = () => decideBeside(new Map(), given);
	const isChosen = new Set(chosen);
	const others = Object.keys(earlier.manifest.stories).filter((id) => !isChosen.has(id));
	// What a format cannot read back is made anew.
	const made = earlier.format.readBack === undefined && choice.scope.kind !== 'all' ? [...chosen, ...others] : chosen;
	const isRead = (id: ArticleId) => !same.has(id);

	const going: GoingStory[] = [];
	const heldBack: PlannedStory[] = [];
	const wanted: ArticleId[] = [];
	const cards = new Map<ArticleId, LinkCard>();
	/** What the stories link to that are made anew. */
	const linkedTo = new Set<ArticleId>(withdrawn.flatMap(({ withdrawal }) => storyIn(withdrawal.replacedBy)));
	const slugs = new Set<string>();
	const kept = new Map<ArticleId, ReadArticle>();
	let keptBytes = 0;
	tools.onProgress?.(0, 2 * made.length);
	const reading = readStories(source, made.filter(isRead), changed);
	for (const id of made) {
		stopIfCancelled(tools.signal);
		const before = same.get(id);
		if (before !== undefined) {
			const { revision, slug } = before;
			if (slugs.has(slug)) return judgeAll();
			slugs.add(slug);
			going.push({ id, path: undefined, revision, card: null, problems: [], isChosen: isChosen.has(id) });
		} else {
			const { file, linked } = await nextStory(reading);
			const verdict = await judge(source, choice, id, file, { pictures, linked, slugs });
			if (verdict.kind === 'goes') {
				const { article, path, revision, size } = verdict.file;
				keptBytes += size;
				if (keptBytes <= (tools.mostKept ?? mostKept)) kept.set(id, verdict.file);
				const card = cardOf(linkedStory(article), pictures.facts);
				slugs.add(article.slug);
				if (listedStatuses.includes(article.status)) cards.set(id, card);
				for (const link of linkedIds(article)) linkedTo.add(link);
				going.push({ id, path, revision, card, problems: verdict.problems, isChosen: isChosen.has(id) });
			} else {
				if (verdict.row !== null && isChosen.has(id)) heldBack.push(verdict.row);
				if (verdict.kind === 'stays') wanted.push(id);
			}
		}
		tools.onProgress?.(going.length + heldBack.length, 2 * made.length);
	}
	if (made === chosen) {
		wanted.push(...others.filter((id) => !isRead(id)));
		wanted.push(...(await othersThatStay(source, choice, others.filter(isRead), changed)));
	}

	const staying: ArticleId[] = [];
	for (const id of wanted) {
		stopIfCancelled(tools.signal);
		const story = same.get(id) ?? (await earlier.story(id));
		if (story === null || slugs.has(story.slug)) continue;
		slugs.add(story.slug);
		staying.push(id);
		if ('entry' in story) continue;
		if (listedStatuses.includes(story.status)) cards.set(id, cardOfPublished(story));
		for (const link of linksIn(story)) linkedTo.add(link);
	}

	const isIn = new Set([...going.map(({ id }) => id), ...staying]);
	for (const [id, { links }] of same) if (![id, ...links].every((each) => isIn.has(each))) return judgeAll();
	for (const id of linkedTo) {
		const story = same.has(id) ? await earlier.story(id) : null;
		if (story !== null) cards.set(id, cardOfPublished(story));
	}
	const card: FindCard = (id) => {
		const found = cards.get(id) ?? null;
		// A story that changed since links to one that was not read for it.
		if (found === null && same.has(id)) throw new ExportOvertaken('A story', id);
		return found;
	};
	return { going, kept, staying, same, heldBack, withdrawn, card };
}

/** What a verdict is based on besides the story's own file. */
export interface Surroundings {
	readonly pictures: Pictures;
	readonly linked: FindLinked;
	/** Slugs that other stories of this export have. */
	readonly slugs: ReadonlySet<string>;
}

/** Says what becomes of a story by what its file holds. */
export async function judge(
	source: ExportSource,
	choice: ExportChoice,
	id: ArticleId,
	file: StoryFile,
	{ pictures, linked, slugs }: Surroundings,
): Promise<Verdict> {
	if (file.kind === 'gone') return { kind: mayBeDamaged(source, id) ? 'stays' : 'barred', row: null };
	if (file.kind === 'unusable') {
		const known = (await source.linked([id])).get(id);
		const problem = unusableProblem(file.reason);
		return { kind: 'stays', row: known ? plannedStory(known, 'blocked', [problem]) : null };
	}
	const { article } = file;
	const { newsroom, categories } = source.folder;
	const problems = await storyProblems(article, { newsroom, categories, now: source.now }, pictures, linked, {
		depth: 'quick',
	});
	const bar = barOf(source, choice, article);
	if (bar !== null) {
		// An export of all is not about what is not published, whatever the index took this one for.
		if (choice.scope.kind === 'all' && bar.problem !== null) return { kind: 'barred', row: null };
		const told = bar.problem === null ? problems : [bar.problem, ...problems];
		return { kind: 'barred', row: plannedStory(article, bar.outcome, told, bar.withheld) };
	}
	if (slugs.has(article.slug)) problems.unshift(slugTakenProblem);
	if (isBlocked(problems)) return { kind: 'stays', row: plannedStory(article, 'blocked', problems) };
	return { kind: 'goes', file, problems };
}

/** Why readers are not to have a story, however good it is; null when they are. */
function barOf(source: ExportSource, choice: ExportChoice, article: Article) {
	const blocked = (problem: Problem) => ({ outcome: 'blocked', problem, withheld: null }) as const;
	const { exported } = statusEntry(article.status);
	if (exported === 'never') return blocked(withdrawnProblem);
	const withheld = withheldAt(withholdingOf(article), source.now);
	if (withheld !== null)
		return { outcome: withheld.kind === 'embargo' ? 'embargoed' : 'scheduled', problem: null, withheld } as const;
	switch (exported) {
		case 'always':
			return null;
		case 'by name':
			return choice.ready ? null : blocked(readyProblem);
		case 'as draft':
			return choice.drafts ? null : blocked(draftProblem);
	}
}

/** Stories of an earlier export that this one is not about, and that stay. */
async function othersThatStay(
	source: ExportSource,
	choice: ExportChoice,
	others: readonly ArticleId[],
	changed: ChangedStories,
): Promise<ArticleId[]> {
	// An export of all is about every story that may go out; the file of one that is nowhere may be a damaged one.
	if (choice.scope.kind === 'all') return others.filter((id) => mayBeDamaged(source, id));
	const staying: ArticleId[] = [];
	for await (const { id, file } of readStories(source, others, changed)) {
		const stays =
			file.kind === 'article'
				? barOf(source, choice, file.article) === null
				: file.kind === 'unusable' || mayBeDamaged(source, id);
		if (stays) staying.push(id);
	}
	return staying;
}

/** Whether a story that has no file may be one of those whose files are damaged: no reason to take it from the readers. */
function mayBeDamaged(source: ExportSource, id: ArticleId): boolean {
	return source.damaged > 0 && source.revisionOf(id) === null && !source.isTrashed(id);
}
