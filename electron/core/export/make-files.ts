import { createHash } from 'node:crypto';
import type { PlannedStory } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import type { PublishableArticle, PublishableImage } from '#shared/model/publishable.ts';
import { leftOutProblems, plannedStory } from './assess.ts';
import type { Decision, ExportChoice, GoingStory } from './decide.ts';
import type { Earlier } from './earlier.ts';
import { type ExportedStory, type ExportSource, type ExportTools, stopIfCancelled } from './export-source.ts';
import type { OutputFile } from './formats/format.ts';
import { withLinksRenewed } from './link-card.ts';
import { isOwnFile, type Manifest, manifestFile, manifestText } from './manifest.ts';
import { ExportOvertaken, mustStillGo, textNow } from './overtaken.ts';
import { hashOf, type Pictures } from './pictures.ts';
import { comparePieces, hashing, type Pieces } from './pieces.ts';
import { imagesOf, jsonText, publishableArticle } from './publishable-article.ts';
import { type ReadStory, readStories } from './read-stories.ts';

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
	readonly rows: readonly PlannedStory[];
	/** How many stories have a new or changed file, or an image that is. */
	readonly written: number;
	readonly unchanged: number;
	/** Files of stories that an earlier export wrote and that go. */
	readonly removed: readonly string[];
	/** All files that an earlier export wrote and that go. */
	readonly dropped: ReadonlySet<string>;
	/** Files that an earlier export wrote and somebody changed since; they would go, and are left. */
	readonly edited: readonly string[];
	/** How many images are written. */
	readonly media: number;
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
	const { format, manifest: before } = earlier;
	const context = { ...folder, card: decision.card, facts: pictures.facts };
	const run = format.begin(folder);
	const files = new Map<string, string>();
	const stories: Manifest['stories'] = {};
	const rows: PlannedStory[] = [];
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
	/** Puts everything of a story; whether anything of it is other than before. */
	const putStory = async (story: PublishableArticle, isStaying: boolean): Promise<boolean> => {
		const json = Buffer.from(jsonText(story), 'utf8');
		const hash = hashOf(json);
		const own = run.story(story, json);
		const images = imagesOf(story);
		let differs = before.stories[story.id]?.hash !== hash;
		differs = (await putAll(own)) || differs;
		for (const image of images) differs = (await putImage(image, isStaying)) || differs;
		stories[story.id] = { hash, files: own.map(({ path }) => path), media: images.map(({ src }) => src) };
		return differs;
	};
	const unread = decision.going.filter(({ id }) => !decision.kept.has(id));
	const places = new Map(unread.map(({ id, path }) => [id, path]));
	const reading = readStories(source, [...places.keys()], new Map(), (id) => places.get(id));
	const nextRead = async (): Promise<ReadStory> => {
		const next = await reading.next();
		if (next.done) throw new Error('Fewer stories were read than go out.');
		return next.value;
	};
	const readAhead = (going: GoingStory | undefined) => {
		const { files: earlierFiles = [] } = (going && before.stories[going.id]) ?? {};
		earlier.readAhead(earlierFiles);
	};
	for (const going of decision.going.slice(0, aheadOf)) readAhead(going);
	const total = 2 * decision.going.length;
	for (const [at, going] of decision.going.entries()) {
		stopIfCancelled(tools.signal);
		readAhead(decision.going[at + aheadOf]);
		const kept = decision.kept.get(going.id);
		decision.kept.delete(going.id);
		const { article, path, revision } = kept ?? (await textNow(source, choice, going, await nextRead(), pictures));
		const story = publishableArticle(article, context);
		const differs = await putStory(story, false);
		tools.onProgress?.(Math.min(decision.going.length + at, total - 1), total);
		if (!going.isChosen) continue;
		const isNew = !Object.hasOwn(before.stories, going.id);
		if (isNew || differs) written += 1;
		else unchanged += 1;
		const { status, headline } = article;
		if (isNew || differs) exported.push({ id: going.id, path, revision, status, headline, words: story.wordCount });
		const problems = [...going.problems, ...leftOutProblems(article, decision.card, going.problems)];
		rows.push(plannedStory(article, isNew ? 'new' : differs ? 'changed' : 'unchanged', problems));
	}
	for (const id of decision.staying) {
		stopIfCancelled(tools.signal);
		const story = await earlier.story(id);
		if (story === null) throw new ExportOvertaken('The folder', id);
		if (await putStory(withLinksRenewed(story, context), true)) written += 1;
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
	const removed = Object.values(before.stories).flatMap((story) => story.files.filter((path) => dropped.has(path)));
	const next = { ...before, files: Object.fromEntries(files), stories };
	await put(manifestFile, () => [manifestText(next)]);
	tools.onProgress?.(total, total);
	return {
		rows,
		written,
		unchanged,
		removed: removed.sort(),
		dropped,
		edited: edited.sort(),
		media,
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
