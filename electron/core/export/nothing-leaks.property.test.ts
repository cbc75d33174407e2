import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '#shared/model/article.ts';
import { newDates } from '#shared/model/article.ts';
import { publishableJsonSchema } from '#shared/model/publishable-site.ts';
import type { Status } from '#shared/model/status.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { contentHash } from '../articles/live/content-hash.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { type OpenNewsroom, openNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../services/export-source-of.ts';
import { runExport } from './run.ts';
import { all, one } from './testing/desk.ts';
import { makeTestNewsroom, readFiles, type TestNewsroom, testId, testPicture } from './testing/test-newsroom.ts';

/*
 * Newsrooms of a few stories are exported, changed at random behind the index's back, and exported again. Every word of
 * every story is its own, so what may not leave can be looked for in every byte and file name. What may leave is told
 * here from the files alone, apart from the code that decides it.
 */

const runs = runsOf({ short: 30, long: 2000 });
const now = '2025-04-01T00:00:00Z';

interface Story {
	readonly status: Status;
	readonly scheduled: 'past' | 'ahead' | null;
	readonly embargo: 'past' | 'ahead' | 'until lifted' | null;
	readonly fault: 'headline' | 'category' | 'picture' | 'folder-for-picture' | 'damaged' | null;
	readonly links: readonly number[];
	readonly nextRead: number | null;
	/** Whether it has the slug of the story before it. */
	readonly isTwin: boolean;
	/** Whether it was edited after it was published, and what became of its live version. */
	readonly edit: 'live kept' | 'live lost' | null;
	/** Whether readers ever had it; the number of the story that took its place once it was withdrawn. */
	readonly withdrawal: { readonly wasOut: boolean; readonly replacedBy: number | null; readonly isSaid: boolean };
	readonly isTrashed: boolean;
	/** Counts its versions; each has words of its own. */
	readonly version: number;
}

const count = 5;
const often = <Value>(usual: Value, ...others: readonly Value[]) =>
	fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const storyArbitrary: fc.Arbitrary<Omit<Story, 'version' | 'isTrashed'>> = fc.record({
	status: often<Status>('published', 'ready', 'draft', 'review', 'withdrawn'),
	scheduled: often<Story['scheduled']>(null, 'past', 'ahead'),
	embargo: often<Story['embargo']>(null, 'past', 'ahead', 'until lifted'),
	fault: often<Story['fault']>(null, 'headline', 'category', 'picture', 'folder-for-picture', 'damaged'),
	links: fc.array(fc.nat(count - 1), { maxLength: 3 }),
	nextRead: fc.option(fc.nat(count - 1)),
	isTwin: often(false, true),
	withdrawal: fc.record({ wasOut: fc.boolean(), replacedBy: fc.option(fc.nat(count - 1)), isSaid: fc.boolean() }),
	edit: often<Story['edit']>(null, 'live kept', 'live kept', 'live lost'),
});
const changeArbitrary = fc.record({
	story: storyArbitrary,
	isChanged: fc.boolean(),
	isTrashed: often(false, true),
});
const caseArbitrary = fc.record({
	stories: fc.array(storyArbitrary, { minLength: count, maxLength: count }),
	changes: fc.array(changeArbitrary, { minLength: count, maxLength: count }),
	/** The number of the story that the second export is about; null for all. */
	only: fc.option(fc.nat(count - 1)),
	/** Whether each of the two exports takes ready stories. */
	ready: fc.tuple(fc.boolean(), fc.boolean()),
});

const word = (number: number, { version }: Pick<Story, 'version'>) => `q${number}v${version}z`;
/** The word of what was changed after the publication, which readers never get. */
const editedWord = (number: number) => word(number, { version: 9 });
/** The word of notes and of the reason of an embargo, which nobody gets. */
const innerWord = (number: number) => word(number, { version: 8 });
/** The word of the note on its withdrawal, which readers get once it is withdrawn. */
const noteWord = (number: number) => word(number, { version: 7 });
const moment = (when: Story['embargo']) =>
	when === null || when === 'until lifted' ? null : when === 'ahead' ? '2025-06-01T00:00:00Z' : '2025-03-01T00:00:00Z';

/** Whether readers may have a story at all, by what its file says; one that is ready may where an export takes those. */
function mayBeRead({ status, scheduled, embargo, isTrashed }: Story, ready: boolean): boolean {
	if (isTrashed || !(status === 'published' || (status === 'ready' && ready))) return false;
	return embargo !== 'ahead' && embargo !== 'until lifted' && (status === 'published' || scheduled !== 'ahead');
}

/** What is said of the withdrawal of a story; one that is not withdrawn has it left over. */
function withdrawalOf(number: number, { withdrawal: { replacedBy, isSaid } }: Story): Article['withdrawal'] {
	if (!isSaid) return null;
	return {
		kind: replacedBy === null ? 'legal' : 'replaced',
		note: noteWord(number),
		replacedBy: replacedBy === null ? null : { article: testId(replacedBy + 1) },
		date: '2025-03-20T00:00:00Z',
	};
}

async function write(newsroom: TestNewsroom, number: number, story: Story): Promise<void> {
	const own = word(number, story);
	const media = `media/2025/03/${own}.svg`;
	if (story.fault === 'picture') await newsroom.picture(media, `no picture ${own}`);
	else if (story.fault === 'folder-for-picture') await newsroom.picture(`${media}/x.svg`);
	else await newsroom.picture(media, testPicture.replace('/>', ` id="${own}"/>`));
	const previous = story.isTwin && number > 0 ? number - 1 : number;
	await newsroom.write(
		{
			id: testId(number + 1),
			slug: `slug-${previous}`,
			status: story.status,
			headline: story.fault === 'headline' ? '' : `${own} headline`,
			standfirst: `${own} standfirst`,
			byline: [{ name: own, role: '', url: '', person: null }],
			tags: [own],
			categories: story.fault === 'category' ? [] : ['asia'],
			keyPoints: [{ id: 'k1', text: own }],
			leadImage: { media, alt: own, caption: own, credit: own, focus: null },
			body: [{ id: 'b1', type: 'paragraph', html: own }],
			notes: innerWord(number),
			ignoredWords: [innerWord(number)],
			embargo: { untilLifted: story.embargo === 'until lifted', reason: innerWord(number) },
			withdrawal: withdrawalOf(number, story),
			related: story.links.filter((link) => link !== number).map((link) => ({ article: testId(link + 1) })),
			nextRead: story.nextRead === null ? null : { article: testId(story.nextRead + 1) },
			dates: {
				...newDates('2025-03-01T00:00:00Z'),
				updated: '2025-03-31T08:00:00Z',
				published: story.withdrawal.wasOut ? '2025-03-02T00:00:00Z' : null,
				scheduled: moment(story.scheduled),
				embargo: moment(story.embargo),
			},
		},
		`story-${number}`,
	);
	const file = newsroom.file(`story-${number}`);
	const live = file.replace('/articles/', '/live/');
	await rm(live, { force: true });
	if (story.edit !== null && story.status === 'published') {
		const text = await readFile(file, 'utf8');
		const edited = { ...JSON.parse(text.replaceAll(own, editedWord(number))), live: contentHash(JSON.parse(text)) };
		await writeFile(file, JSON.stringify(edited));
		await mkdir(dirname(live), { recursive: true });
		if (story.edit === 'live kept') await writeFile(live, text);
	}
	if (story.fault === 'damaged') await writeFile(file, `{ "${own}`);
}

const schemas = new Map<string, ValidateFunction>();
function validator(name: 'article' | 'index' | 'categories' | 'withdrawn'): ValidateFunction {
	const ajv = new Ajv2020({ strict: true });
	formats.default(ajv);
	const made = schemas.get(name) ?? ajv.compile(publishableJsonSchema(name));
	schemas.set(name, made);
	return made;
}

/** Checks what holds of every export: each file passes its schema, and each link leads to a file that is there. */
function expectWhole(files: Readonly<Record<string, string>>): void {
	const linksOf = (json: { related: Link[]; nextRead: Link | null }) => [...json.related, json.nextRead ?? []].flat();
	const slugs = Object.keys(files).filter((path) => path.startsWith('articles/'));
	for (const path of slugs) {
		const story = JSON.parse(files[path] ?? '');
		const validate = validator('article');
		expect(validate(story), JSON.stringify(validate.errors)).toBe(true);
		for (const link of linksOf(story)) expect(JSON.parse(files[link.json] ?? '{}').id).toBe(link.article);
		for (const image of JSON.stringify(story).matchAll(/"src":"([^"]+)"/g))
			expect(files).toHaveProperty([image[1] ?? '']);
	}
	const index = JSON.parse(files['index.json'] ?? '');
	expect(validator('index')(index)).toBe(true);
	expect(validator('categories')(JSON.parse(files['categories.json'] ?? ''))).toBe(true);
	expect(validator('withdrawn')(JSON.parse(files['withdrawn.json'] ?? ''))).toBe(true);
	expect(index.articles.map(({ json }: { json: string }) => json).sort()).toEqual(slugs.sort());
}
interface Link {
	readonly article: string;
	readonly json: string;
}

function wordsIn(files: Readonly<Record<string, string>>): Set<string> {
	return new Set(JSON.stringify(files).match(/q\d+v\d+z/g) ?? []);
}

/** Checks that no change is there that was not published, and nothing that is for the newsroom alone. */
function expectNothingInner(files: Readonly<Record<string, string>>): void {
	const words = wordsIn(files);
	for (let number = 0; number < count; number += 1) {
		expect(words).not.toContain(editedWord(number));
		expect(words).not.toContain(innerWord(number));
	}
}

/** Checks that what was withdrawn from readers is told with its note and nothing else, and sends nobody to what is not there. */
function expectWithdrawn(files: Readonly<Record<string, string>>, stories: readonly Story[]): void {
	const { withdrawn } = JSON.parse(files['withdrawn.json'] ?? '') as {
		withdrawn: { slug: string; replacedBy: string | null }[];
	};
	const told = new Set(wordsIn(files));
	for (const [number, story] of stories.entries()) {
		const isTold =
			story.status === 'withdrawn' && story.withdrawal.wasOut && !story.isTrashed && story.fault !== 'damaged';
		// A story that was exported there before, and is not made anew, keeps the address.
		const isFree = !isTwinOfAny(stories, number) && !Object.hasOwn(files, `articles/slug-${number}.json`);
		const isSaid = isTold && story.withdrawal.isSaid && isFree;
		if (isSaid) expect(told).toContain(noteWord(number));
		if (!isTold) expect(told).not.toContain(noteWord(number));
	}
	for (const { slug, replacedBy } of withdrawn) {
		expect(files).not.toHaveProperty([`articles/${slug}.json`]);
		if (replacedBy !== null) expect(files).toHaveProperty([`articles${replacedBy}.json`]);
	}
}

async function trash(opened: OpenNewsroom, number: number): Promise<void> {
	// A damaged file cannot be put there, and stays what it was.
	await opened.articles.trash(testId(number + 1));
}

test(`of ${runs} newsrooms that changed between two exports, nothing leaves that must not`, async () => {
	await fc.assert(
		fc.asyncProperty(caseArbitrary, async ({ stories, changes, only, ready }) => {
			const newsroom = await makeTestNewsroom();
			const first: Story[] = stories.map((story) => ({ ...story, version: 1, isTrashed: false }));
			for (const [number, story] of first.entries()) await write(newsroom, number, story);
			const opened = await openNewsroom(
				realFileSystem,
				newsroom.path,
				() => {},
				() => new Date(now),
			);
			try {
				await opened.whole();
				const out = join(newsroom.root, 'site');
				await runExport(exportSourceOf(opened), { ...all, ready: ready[0] }, out);
				const before = await readFiles(out);
				expectWhole(before);
				expectNothingInner(before);
				expectWithdrawn(before, first);
				for (const [number, story] of first.entries()) expectRight(before, first, number, mayGo(story, ready[0]));

				const second: Story[] = [];
				for (const [number, story] of first.entries()) {
					const { isChanged, isTrashed, story: next } = changes[number] ?? { isChanged: false, isTrashed: false };
					const canTrash = isTrashed && story.fault !== 'damaged';
					if (canTrash) await trash(opened, number);
					else if (isChanged && next) await write(newsroom, number, { ...next, version: 2, isTrashed: false });
					second.push(
						isChanged && next && !canTrash
							? { ...next, version: 2, isTrashed: false }
							: { ...story, isTrashed: canTrash },
					);
				}
				const order = { ...(only === null ? all : one(only + 1)), ready: ready[1] };
				// One story that is nowhere, and was not exported before, is refused, and nothing is touched.
				const asked = only === null ? undefined : second[only];
				const isNowhere = asked !== undefined && (asked.isTrashed || asked.fault === 'damaged' || isLost(asked));
				const refusal = await runExport(exportSourceOf(opened), order, out).then(
					() => null,
					(error: unknown) => error,
				);
				if (refusal !== null && !isNowhere) throw refusal;
				if (refusal !== null) {
					expect(await readFiles(out)).toEqual(before);
					return;
				}
				const after = await readFiles(out);
				expectWhole(after);
				expectNothingInner(after);
				expectWithdrawn(after, second);
				for (const [number, story] of second.entries()) {
					// Of what nobody knows any more, what was exported before stays.
					const isBarred = story.fault !== 'damaged' && !isLost(story) && !mayBeRead(story, ready[1]);
					const isMade = mayGo(story, ready[1]) && (only === null || only === number);
					if (isBarred) expect(wordsIn(after)).not.toContain(word(number, { version: 1 }));
					// Of what was exported at first and is not made anew, the words may stay.
					if (story.version === 2) expectRight(after, second, number, isMade);
				}
			} finally {
				await opened.close();
				await rm(newsroom.root, { recursive: true });
			}
		}),
		{ numRuns: runs },
	);
}, 3_600_000);

/** Whether a story goes out, unless its slug is taken or it links to one that is nowhere. */
function mayGo(story: Story, ready: boolean): boolean {
	return mayBeRead(story, ready) && story.fault === null && !isLost(story);
}

/** Whether nobody knows what readers have of a story. */
function isLost({ status, edit }: Story): boolean {
	return status === 'published' && edit === 'live lost';
}

/** Checks that the words of a story's version are there, or that none of them is. */
function expectRight(
	files: Readonly<Record<string, string>>,
	stories: readonly Story[],
	number: number,
	goes: boolean,
): void {
	const story = stories[number];
	if (story === undefined) return;
	if (!goes) expect(wordsIn(files)).not.toContain(word(number, story));
	else if (!isTwinOfAny(stories, number) && !isDangling(stories, story))
		expect(wordsIn(files)).toContain(word(number, story));
}

/** Whether a story may link to one that is nowhere, which is an error of its own. */
function isDangling(stories: readonly Story[], { status, links, nextRead }: Story): boolean {
	// A live story goes out without the link.
	if (status === 'published') return false;
	const linked = [...links, nextRead].flatMap((link) => (link === null ? [] : (stories[link] ?? [])));
	return linked.some(({ isTrashed, fault }) => isTrashed || fault === 'damaged');
}

/** Whether a story may share its slug with another. */
function isTwinOfAny(stories: readonly Story[], number: number): boolean {
	return Boolean(stories[number]?.isTwin || stories[number + 1]?.isTwin);
}
