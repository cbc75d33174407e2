import type { PlannedStory } from '#shared/contract/export.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Problem } from '#shared/model/problem.ts';
import { exportedStatuses } from '#shared/model/status.ts';
import { inLanes } from '../disk/in-lanes.ts';
import type { NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { linkedIds, plannedStory, storyProblems, withoutDeskChecks } from './assess.ts';
import { type ChangedStories, type ExportSource, type ReadArticle, stopIfCancelled } from './export-source.ts';
import type { Earlier } from './folder/earlier.ts';
import type { Manifest, Origin } from './folder/manifest.ts';
import type { FindCard } from './link-card.ts';
import { createPictures, hashOf, type Pictures } from './pictures.ts';
import { readStories } from './read-stories.ts';

/*
 * What an export need not read, check and make again. A story comes out as before when nothing changed of all that its
 * files were made of: its own file, the settings, its pictures, and the stories that it links to. For this the manifest keeps
 * what each story was made of, its `Origin`.
 *
 * It is there for speed alone: an export of 10,000 stories in which nothing changed takes a quarter of the time.
 */

/** Raised whenever the same story comes to other files or other warnings than before: then all are made anew, once. */
const making = 12;

/** What all files of an export are made of besides stories and pictures, as one hash. */
export function siteOf({ newsroom, categories, people }: NewsroomFolder): string {
	// Where exports go says nothing of what is in them.
	const { targets: _, ...settings } = newsroom;
	return hashOf(JSON.stringify([making, settings, categories, people]));
}

/**
 * What a story was made of. It is judged each time where this export's choice or a moment that passes decides, or a link was
 * left out: the story that it leads to may come, and must not be named until then. Nor does one last that stands in further
 * lists of the whole site, such as the corrections and the redirects: few do, and no list but the index is read back.
 */
export function originOf({ article, revision }: ReadArticle, isWarned: boolean, card: FindCard): Origin {
	const { slug, status, dates, corrections, formerSlugs } = article;
	const links = linkedIds(article);
	const isLasting =
		exportedStatuses.includes(status) &&
		dates.embargo === null &&
		corrections.length === 0 &&
		formerSlugs.length === 0 &&
		links.every((id) => card(id) !== null);
	return { revision, slug, isWarned, links: isLasting ? links : null };
}

/** A story that comes out as an earlier export wrote it. */
export interface SameStory extends Origin {
	readonly links: ArticleId[];
	/** What the files that hold many stories say of it, see `ExportFormat.entries`. */
	readonly entry: string;
}

/** So many files of the target are read at a time. */
const lanes = 8;

/**
 * The stories of an earlier export of which the files and the pictures, in the newsroom and in the target, are as they were,
 * and so are those of all stories that they link to.
 */
export async function sameStories(
	source: ExportSource,
	{ manifest, format, intact }: Earlier,
	changed: ChangedStories,
	pictures: Pictures,
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<ArticleId, SameStory>> {
	const unread = new Map<ArticleId, SameStory>();
	if (format.entries === undefined || manifest.site !== siteOf(source.folder)) return unread;
	const entries = await format.entries(intact);
	const seen = new Map<string, Promise<boolean>>();
	const isSamePicture = async (path: string): Promise<boolean> => {
		const facts = await pictures.look(path);
		return typeof facts === 'object' && facts.hash === manifest.files[path] && (await intact(path)) !== null;
	};
	const isSame = async ({ files, media }: Manifest['stories'][string]): Promise<boolean> => {
		for (const path of files) if ((await intact(path)) === null) return false;
		for (const path of media) {
			const looked = seen.get(path) ?? isSamePicture(path);
			seen.set(path, looked);
			if (!(await looked)) return false;
		}
		return true;
	};
	const same = new Map<ArticleId, Origin>();
	await inLanes(Object.entries(manifest.stories), lanes, async ([id, story]) => {
		stopIfCancelled(signal);
		const { from } = story;
		if (from === null || changed.has(id) || source.revisionOf(id) !== from.revision) return;
		if (await isSame(story)) same.set(id, from);
	});
	for (const [id, origin] of same) {
		const { links } = origin;
		const entry = entries.get(id);
		if (entry !== undefined && links?.every((link) => same.has(link))) unread.set(id, { ...origin, links, entry });
	}
	return unread;
}

/** Stands in a plan for a story that comes out as before, and was not read. */
export interface SameRow {
	readonly id: ArticleId;
	/** Whether there were warnings about it. */
	readonly isWarned: boolean;
}

/** The rows of a plan. A story that was not read is told of as the index has it, with its warnings as they are now. */
export async function plannedRows(
	source: ExportSource,
	rows: readonly (PlannedStory | SameRow)[],
): Promise<PlannedStory[]> {
	const same = rows.filter((row) => 'isWarned' in row);
	const known = await source.linked(same.map(({ id }) => id));
	const warnings = new Map<ArticleId, readonly Problem[]>();
	const pictures = createPictures(source);
	const warned = same.filter(({ isWarned }) => isWarned).map(({ id }) => id);
	for await (const { id, file, linked } of readStories(source, warned)) {
		if (file.kind !== 'article') continue;
		const newsroomNow = { ...source.folder, now: source.now };
		warnings.set(
			id,
			withoutDeskChecks(await storyProblems(file.article, newsroomNow, pictures, linked, { depth: 'quick' })),
		);
	}
	return rows.flatMap((row) => {
		if (!('isWarned' in row)) return row;
		const story = known.get(row.id);
		return story === undefined ? [] : plannedStory(story, 'unchanged', warnings.get(row.id) ?? []);
	});
}
