import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Core, createCore } from '#core/create-core.ts';
import { filePreferences } from '#core/newsroom/preferences.ts';
import { type Facade, makeFacade } from '#shared/contract/index.ts';
import type { Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';

/** A core with a newsroom open, as a host has it. */
export interface Desk {
	readonly core: Core;
	readonly host: Facade;
	/** When the core was asked to start, on the clock of `performance.now()`. */
	readonly started: number;
	/** Waits until every file is known to be as the index has it. */
	whenIndexed(): Promise<void>;
	close(): Promise<void>;
}

/** Starts a core on a newsroom; `indexWorker` is the bundled worker, which is left out where it was not built. */
export async function openDesk(newsroom: string, indexWorker: string): Promise<Desk> {
	const userData = mkdtempSync(join(tmpdir(), 'galley-bench-'));
	const started = performance.now();
	const core = await createCore({
		version: 'bench',
		preferences: filePreferences(join(userData, 'preferences.json')),
		dialogs: null,
		log: (message, error) => console.error(message, error ?? ''),
		newsroomPath: newsroom,
		sampleNewsroom: join(userData, 'no-sample'),
		documentsFolder: userData,
		userData,
		indexWorker: existsSync(indexWorker) ? indexWorker : undefined,
	});
	let newsroomId: string | null = null;
	const host = makeFacade((name, input) => core.request(name, input, 0, newsroomId));
	const state = answered(await host.newsroom.current({}));
	if (state.kind !== 'open') throw new Error(`The newsroom ${newsroom} did not open.`);
	newsroomId = state.id;
	return {
		core,
		host,
		started,
		whenIndexed: async () => {
			for (;;) {
				const index = answered(await host.search.index({}));
				if (index.kind === 'unkept') throw new Error(`The index is not kept: ${index.reason}`);
				if (index.kind === 'ready') return;
				await wait(2);
			}
		},
		close: async () => {
			await core.close();
			rmSync(userData, { recursive: true, force: true });
		},
	};
}

/** Takes a story that a program made out of the newsroom again, and its history. */
export async function takeOut({ host }: Desk, newsroom: string, id: ArticleId): Promise<void> {
	answered(await host.articles.trash({ id }));
	answered(await host.articles.emptyTrash({ ids: [id] }));
	rmSync(join(newsroom, '.galley/history', `${id}.log`), { force: true });
}

/** The value of a result; a failure is thrown, for then there is nothing to measure. */
export function answered<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw new Error(`${result.failure.code}: ${result.failure.message}`);
}

/** How long something took, in milliseconds, with what it gave. */
export async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ ms: number; value: Value }> {
	const since = performance.now();
	const value = await work();
	return { ms: performance.now() - since, value };
}
