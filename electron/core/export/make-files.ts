import { createHash } from 'node:crypto';
import { mostTold, type PlannedStory, type ToldStory } from '#shared/contract/export.ts';
import { publishedDifference } from '#shared/document/diff/published-difference.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { PublishableArticle, PublishableImage } from '#shared/model/publishable.ts';
import { originOf, type SameRow, type SameStory, siteOf } from './as-before.ts';
import { plannedStory, withoutDeskChecks } from './assess.ts';
import type { Decision, ExportChoice, GoingStory } from './decide.ts';
import { ExportOvertaken } from './export-failure.ts';
import { type ExportedStory, type ExportSource, type ExportTools, stopIfCancelled } from './export-source.ts';
import type { Earlier } from './folder/earlier.ts';
import { isOwnFile, type Manifest, manifestFile, manifestText, type Origin } from './folder/manifest.ts';
import type { OutputFile } from './formats/format.ts';
import { createLeftOut } from './left-out.ts';
import { withLinksRenewed } from './link-card.ts';
import { mustStillGo, textNow } from './overtaken.ts';
import { hashOf, type Pictures } from './pictures.ts';
import { comparePieces, hashing, type Pieces } from './pieces.ts';
import { imagesOf, jsonText, publishableArticle } from './publishable-article.ts';
import { nextStory, readStories } from './read-stories.ts';
import { publishableWithdrawal, storyIn } from './withdrawn-stories.ts';

/** Where an export puts its files; a dry run puts them nowhere. */
export interface Sink {
	/** A file that is new or has other bytes than the one in the target. */
	write(path: string, pieces: Pieces): Promise<void>;
	/** A file that stays as it is in the target. */
	keep(path: string): Promise<void>;
}

/** What an export comes to. */
export interface MadeFiles {
	/** What becomes of each chosen story that goes out. */
	readonly rows: readonly (PlannedStory | SameRow)[];
	/** How many stories have a new or changed file, or an image that is. */
	readonly written: number;
	readonly unchanged: number;
	/** How many stories an earlier export wrote that go, and the first of them. */
	readonly removed: number;
	readonly removedStories: readonly ToldStory[];
	/** Withdrawn stories whose replacement does not go out. */
	readonly unreplaced: readonly ToldStory[];
	/** All files that an earlier export wrote and that go. */
	readonly dropped: ReadonlySet<string>;
	/** Files that an earlier export wrote and somebody changed since; they would go, and are left. */
	readonly edited: readonly string[];
	/** How many images are written. */
	readonly media: number;
	/** What the target then holds. */
	readonly manifest: Manifest;
	/** Whether the target would be another one than it is. */
	readonly changed: boolean;
	/** Chosen stories that are new or changed. */
	readonly exported: readonly ExportedStory[];
}

/** Of so many stories what lies in the target is being read before their turn comes. */
const aheadOf = 8;

/** Makes every file of an export in turn; the same newsroom gives the same bytes. */
export async function makeFiles(
	source: ExportSource,
	choice: ExportChoice,
	decision: Decision,
	earlier: Earlier,
	pictures: Pictures,
	sink: Sink,
	tools: ExportTools,
): Promise<MadeFiles> {
	const { folder } = source;
	const site = siteOf(folder);
	const { format, manifest: before } = earlier;
	const context = { ...folder, card: decision.card, facts: pictures.facts };
	const run = format.begin(folder);
	const leftOut = createLeftOut(source, choice, decision);
	const files = new Map<string, string>();
	const stories: Manifest['stories'] = {};
	const rows: (PlannedStory | SameRow)[] = [];
	const exported: ExportedStory[] = [];
	let written = 0;
	let unchanged = 0;
	let media = 0;
	let changed = false;

	/** Puts a file where it belongs; whether it is another one than before. */
	const put = async (path: string, pieces: () => Pieces): Promise<boolean> => {
		const present = await earlier.read(path);
		if (present === null) {
			const hash = createHash('sha256');
			await sink.write(path, hashing(pieces(), hash));
			files.set(path, hash.digest('hex'));
			changed = true;
			return true;
		}
		const { hash, isSame } = await comparePieces(pieces(), present);
		if (!isSame && path !== manifestFile && !Object.hasOwn(before.files, path)) throw notOurs(path);
		files.set(path, hash);
		if (isSame) await sink.keep(path);
		else await sink.write(path, pieces());
		changed ||= !isSame;
		return !isSame;
	};
	const putAll = async (some: readonly OutputFile[]): Promise<boolean> => {
		let differs = false;
		for (const { path, pieces } of some) differs = (await put(path, pieces)) || differs;
		return differs;
	};
	const putImage = async ({ src, hash }: PublishableImage, isStaying: boolean): Promise<boolean> => {
		if (files.has(src)) return false;
		const present = before.files[src] === hash ? await earlier.read(src) : null;
		if (present !== null && hashOf(present) === hash) {
			files.set(src, hash);
			await sink.keep(src);
			return false;
		}
		const bytes = await source.readMedia(src);
		if (bytes === null || hashOf(bytes) !== hash) {
			// What an earlier export wrote may show an image that is nowhere any more.
			if (isStaying) return false;
			throw new ExportOvertaken(`The picture ${src}`, src);
		}
		const differs = await put(src, () => [bytes]);
		if (differs) media += 1;
		return differs;
	};
	/** Puts everything of a story, which is made from its file or, without `made`, stays; whether anything differs from before. */
	const putStory = async (story: PublishableArticle, made: Origin | null): Promise<boolean> => {
		const json = Buffer.from(jsonText(story), 'utf8');
		const hash = hashOf(json);
		const own = run.story(story, json);
		const images = imagesOf(story);
		const was = before.stories[story.id];
		let differs = was?.hash !== hash;
		const isAsMade = !differs && before.site === site;
		differs = (await putAll(own)) || differs;
		for (const image of images) differs = (await putImage(image, made === null)) || differs;
		// One that stays may show an image that is another one by now.
		const from = isAsMade && images.every((image) => files.get(image.src) === image.hash) ? was?.from : null;
		stories[story.id] = {
			hash,
			files: own.map(({ path }) => path),
			media: images.map(({ src }) => src),
			from: made ?? from ?? null,
		};
		return differs;
	};
	/** Leaves everything of a story as it is. */
	const keepStory = async (id: ArticleId, { entry }: SameStory) => {
		const story = before.stories[id];
		if (story === undefined) throw new Error(`${id} was not exported before, and is to stay as it was`);
		for (const path of [...story.files, ...story.media]) {
			if (files.has(path)) continue;
			files.set(path, before.files[path] ?? '');
			await sink.keep(path);
		}
		stories[id] = story;
		run.same?.(entry);
	};
	const unread = decision.going.filter(({ id }) => !decision.kept.has(id) && !decision.same.has(id));
	const places = new Map(unread.map(({ id, path }) => [id, path]));
	const reading = readStories(source, [...places.keys()], new Map(), (id) => places.get(id));
	const readAhead = (going: GoingStory | undefined) => {
		if (going === undefined || decision.same.has(going.id)) return;
		earlier.readAhead(before.stories[going.id]?.files ?? []);
	};
	for (const going of decision.going.slice(0, aheadOf)) readAhead(going);
	const total = 2 * decision.going.length;
	for (const [at, going] of decision.going.entries()) {
		stopIfCancelled(tools.signal);
		readAhead(decision.going[at + aheadOf]);
		tools.onProgress?.(Math.min(decision.going.length + at, total - 1), total);
		const same = decision.same.get(going.id);
		if (same !== undefined) {
			await keepStory(going.id, same);
			if (!going.isChosen) continue;
			unchanged += 1;
			rows.push({ id: going.id, isWarned: same.isWarned });
			continue;
		}
		const kept = decision.kept.get(going.id);
		decision.kept.delete(going.id);
		const file = kept ?? (await textNow(source, choice, going, await nextStory(reading), pictures));
		const { article, path, revision } = file;
		const story = publishableArticle(article, context);
		const problems = [...withoutDeskChecks(going.problems), ...(await leftOut.inStory(file))];
		const differs = await putStory(story, originOf(file, problems.length > 0, decision.card));
		if (!going.isChosen) continue;
		const isNew = !Object.hasOwn(before.stories, going.id);
		if (isNew || differs) written += 1;
		else unchanged += 1;
		const { status, headline } = article;
		if (isNew || differs) exported.push({ id: going.id, path, revision, status, headline, words: story.wordCount });
		// Of a whole site that is made anew nobody reads the differences.
		const former = differs && !isNew && written <= mostTold ? await earlier.story(going.id) : null;
		const difference = former && publishedDifference(former, story);
		const outcome = isNew ? 'new' : differs ? 'changed' : 'unchanged';
		rows.push(plannedStory(article, outcome, problems, null, difference));
	}
	for (const id of decision.staying) {
		stopIfCancelled(tools.signal);
		const same = decision.same.get(id);
		const story = same === undefined ? await earlier.story(id) : null;
		if (same !== undefined) await keepStory(id, same);
		else if (story === null) throw new ExportOvertaken('The folder', id);
		else if (await putStory(withLinksRenewed(story, context), null)) written += 1;
	}
	const unreplaced: ToldStory[] = [];
	for (const story of decision.withdrawn) {
		run.withdrawn?.(publishableWithdrawal(story, context));
		const [instead] = storyIn(story.withdrawal.replacedBy);
		if (run.withdrawn === undefined || instead === undefined || decision.card(instead) !== null) continue;
		const { headline, reason } = await leftOut.story(instead);
		const other = headline === null ? 'the story in its place' : `“${headline}”`;
		unreplaced.push({
			id: story.id,
			headline: story.headline,
			reason: `has no replacement for readers: ${other} ${reason}`,
		});
	}
	stopIfCancelled(tools.signal);
	await mustStillGo(source, choice, decision, pictures);
	await putAll(run.collections());

	const dropped = new Set<string>();
	const edited: string[] = [];
	for (const path of Object.keys(before.files)) {
		if (files.has(path)) continue;
		if (earlier.folder === null || (await isOwnFile(earlier.folder, before, path))) dropped.add(path);
		else edited.push(path);
	}
	const goneIds = Object.entries(before.stories).flatMap(([id, story]) => {
		// One whose file somebody changed stays there.
		const isLeft = story.files.length > 0 && !story.files.some((path) => dropped.has(path));
		return Object.hasOwn(stories, id) || isLeft ? [] : [id];
	});
	const removedStories: ToldStory[] = [];
	for (const id of goneIds.slice(0, mostTold)) {
		const { headline, reason } = await leftOut.story(id);
		removedStories.push({ id, headline: headline ?? (await earlier.story(id))?.headline ?? '', reason });
	}
	const next = { ...before, site, files: Object.fromEntries(files), stories };
	await put(manifestFile, () => [manifestText(next)]);
	tools.onProgress?.(total, total);
	return {
		rows,
		written,
		unchanged,
		removed: goneIds.length,
		removedStories,
		unreplaced,
		dropped,
		edited: edited.sort(),
		media,
		manifest: next,
		changed,
		exported,
	};
}

function notOurs(path: string): FailureError {
	return new FailureError(
		'not-allowed',
		`The folder already holds ${path}, and Galley did not write it. Choose another folder, or move that file away.`,
		path,
	);
}
