import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '#shared/failure.ts';
import { Article } from '#shared/model/article.ts';
import { beBusyWindow } from '../testing/busy-window.ts';
import type { BrowserNote, BrowserNotes } from './browser-notes.ts';
import { type JournalHost, JournalWriter } from './journal-writer.ts';
import type { SaveState } from './save-state.ts';

const story = Article.parse({
	$schema: 'urn:galley:article:1',
	id: '01JQ0000000000000000000000',
	slug: 'harbour',
	headline: '',
	dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
});
const full = { kind: 'failed', failure: { code: 'disk', message: 'The disk is full.' } } as const;
const saved: SaveState = { kind: 'saved', at: null };

/** A story that is typed into, and a journal that is kept in memory. */
class Typing {
	article = story;
	saveState: SaveState = saved;
	revision = 'r0';
	version = 0;
	writes = 0;
	clears = 0;
	/** What lies in the journal, by session, with the time it was noted. */
	readonly entries = new Map<string, { headline: string; basedOn: string; at: number }>();
	refusing = false;
	slowness = 0;
	underWay = 0;
	mostUnderWay = 0;
	readonly #changes = new Set<() => void>();
	readonly #saves = new Set<() => void>();

	readonly host: JournalHost = {
		journal: {
			write: async ({ session, basedOn, article }) => {
				this.writes += 1;
				await this.#take();
				if (this.refusing) return fail('disk', 'The disk is full.');
				this.entries.set(session, { headline: Article.parse(article).headline, basedOn, at: Date.now() });
				return ok({ at: new Date().toISOString(), besideNewsroom: null });
			},
			clear: async ({ session }) => {
				this.clears += 1;
				await this.#take();
				this.entries.delete(session);
				return ok(null);
			},
		},
	};
	/** What the browser keeps, by session. */
	readonly kept = new Map<string, BrowserNote>();
	browserRefuses = false;
	readonly browser: BrowserNotes = {
		newsroom: '/newsroom',
		keep: async (note) => {
			if (this.browserRefuses) throw new Error('The quota is used up.');
			this.kept.set(note.session, note);
		},
		drop: async (session, _id, version) => {
			if ((this.kept.get(session)?.version ?? 0) <= version) this.kept.delete(session);
		},
		list: async () => ({ notes: [...this.kept.values()], damaged: 0 }),
	};
	readonly writer = new JournalWriter(
		this.host,
		{
			id: story.id,
			getText: () => ({
				article: this.article,
				version: this.version,
				basedOn: this.revision,
				base: story,
				sent: null,
			}),
			getSaveState: () => this.saveState,
			subscribe: (listener) => {
				this.#changes.add(listener);
				return () => this.#changes.delete(listener);
			},
			subscribeSaveState: (listener) => {
				this.#saves.add(listener);
				return () => this.#saves.delete(listener);
			},
		},
		this.browser,
	);

	async #take() {
		this.underWay += 1;
		this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
		if (this.slowness > 0) await new Promise((resolve) => setTimeout(resolve, this.slowness));
		this.underWay -= 1;
	}
	/** The change is heard before the save state says so, as in a session. */
	type(text: string) {
		this.article = { ...this.article, headline: this.article.headline + text };
		this.version += 1;
		for (const listener of this.#changes) listener();
		if (this.saveState.kind === 'saved') this.set({ kind: 'dirty' });
	}
	set(state: SaveState) {
		this.saveState = state;
		for (const listener of this.#saves) listener();
	}
	get keptText() {
		return this.kept.get(this.writer.session)?.article.headline ?? null;
	}
	get noted() {
		return this.entries.get(this.writer.session)?.headline ?? null;
	}
}

beforeEach(() => {
	vi.useFakeTimers();
	beBusyWindow();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('somebody who types without a pause has every letter in the journal within a second', async () => {
	const desk = new Typing();
	desk.slowness = 150;
	const typed: { length: number; at: number }[] = [];
	for (let count = 0; count < 60; count += 1) {
		desk.type('x');
		typed.push({ length: desk.article.headline.length, at: Date.now() });
		await pass(100);
		const long = typed.filter(({ at }) => Date.now() - at >= 1000).at(-1);
		if (long !== undefined) expect(desk.noted?.length ?? 0).toBeGreaterThanOrEqual(long.length);
	}
	expect(desk.mostUnderWay).toBe(1);
	expect(desk.writes).toBeLessThan(20);
});

test('the entry goes when the save that holds it is acknowledged, and not before', async () => {
	const desk = new Typing();
	desk.type('Boats');
	await pass(400);
	expect(desk.noted).toBe('Boats');
	expect(desk.writer.getState()).toEqual({ kind: 'kept', besideNewsroom: null });
	desk.set({ kind: 'saving' });
	await pass(5000);
	expect(desk.noted).toBe('Boats');
	desk.set({ kind: 'saved', at: new Date() });
	await pass(1);
	expect(desk.noted).toBeNull();
	expect(desk.writer.getState()).toEqual({ kind: 'empty' });
});

test.each<SaveState>([
	full,
	{ kind: 'gone', reason: 'The file is gone.' },
	{ kind: 'conflict', collisions: [] },
	{ kind: 'saving' },
])('what is typed while the save is $kind is in the journal', async (state) => {
	const desk = new Typing();
	desk.type('One');
	desk.set(state);
	await pass(1000);
	desk.type(' two');
	await pass(1000);
	expect(desk.noted).toBe('One two');
	const { writes } = desk;
	await pass(60_000);
	expect(desk.writes).toBe(writes);
});

test('an entry that was still under way when the save was acknowledged does not stay', async () => {
	const desk = new Typing();
	desk.slowness = 300;
	desk.type('Boats');
	await pass(450);
	desk.set({ kind: 'saved', at: new Date() });
	await pass(2000);
	expect(desk.noted).toBeNull();
	expect(desk.clears).toBe(1);
	desk.type(' came');
	await pass(1000);
	expect(desk.noted).toBe('Boats came');
});

test('a story that is typed into after its save is noted against the new file', async () => {
	const desk = new Typing();
	desk.type('Boats');
	await pass(500);
	desk.revision = 'r1';
	desk.type(' came');
	desk.set({ kind: 'dirty' });
	await pass(500);
	expect([...desk.entries.values()]).toMatchObject([{ headline: 'Boats came', basedOn: 'r1' }]);
});

test('a journal that refuses says why and is tried again until it takes the text', async () => {
	const desk = new Typing();
	desk.refusing = true;
	desk.browserRefuses = true;
	desk.type('Boats');
	await pass(500);
	expect(desk.writer.getState()).toMatchObject({
		kind: 'failed',
		failure: { message: expect.stringContaining('The disk is full.') },
	});
	desk.refusing = false;
	await pass(1000);
	expect(desk.noted).toBe('Boats');
	expect(desk.writer.getState().kind).toBe('kept');
});

test('a story closed without saving leaves all of its text in the journal', async () => {
	const desk = new Typing();
	desk.type('Boats');
	desk.set(full);
	await pass(500);
	desk.type(' came');
	const ended = desk.writer.end();
	desk.article = story;
	await ended;
	await pass(5000);
	expect(desk.noted).toBe('Boats came');
});

test('a story that is only opened leaves nothing in the journal', async () => {
	const desk = new Typing();
	desk.set({ kind: 'saving' });
	desk.set({ kind: 'saved', at: new Date() });
	await pass(5000);
	await desk.writer.end();
	expect([desk.writes, desk.clears]).toEqual([0, 0]);
});

test.each(['refuses', 'does not answer'])(
	'while the host %s, every letter is in the browser within a second',
	async (how) => {
		const desk = new Typing();
		if (how === 'refuses') desk.refusing = true;
		else desk.slowness = 60_000;
		desk.set(full);
		const typed: { length: number; at: number }[] = [];
		for (let count = 0; count < 60; count += 1) {
			desk.type('x');
			typed.push({ length: desk.article.headline.length, at: Date.now() });
			await pass(100);
			const long = typed.filter(({ at }) => Date.now() - at >= 1000).at(-1);
			if (long !== undefined) expect(desk.keptText?.length ?? 0).toBeGreaterThanOrEqual(long.length);
		}
		expect(desk.writer.getState()).toEqual({ kind: 'in-browser' });
	},
);

test('the browser keeps nothing that the journal has', async () => {
	const desk = new Typing();
	desk.type('Boats');
	await pass(2000);
	expect([desk.noted, desk.kept.size]).toEqual(['Boats', 0]);
	desk.refusing = true;
	desk.type(' came');
	await pass(1000);
	expect(desk.keptText).toBe('Boats came');
	desk.refusing = false;
	await pass(1500);
	expect([desk.noted, desk.kept.size]).toEqual(['Boats came', 0]);
	expect(desk.writer.getState().kind).toBe('kept');
});

test('a save that the host takes again ends what the browser keeps', async () => {
	const desk = new Typing();
	desk.refusing = true;
	desk.type('Boats');
	await pass(1000);
	expect(desk.keptText).toBe('Boats');
	desk.set({ kind: 'saved', at: new Date() });
	await pass(1);
	expect(desk.kept.size).toBe(0);
});

test('a story closed while the host is away leaves its text in the browser', async () => {
	const desk = new Typing();
	desk.refusing = true;
	desk.type('Boats');
	desk.set(full);
	await desk.writer.end();
	expect(desk.keptText).toBe('Boats');
});
