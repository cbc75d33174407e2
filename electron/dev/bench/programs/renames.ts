import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BulkReport } from '#shared/contract/bulk.ts';
import type { Category } from '#shared/model/category.ts';
import { answered, type Desk, openDesk, timed } from './desk.ts';
import type { Program } from './program.ts';
import { storyPaths } from './story-files.ts';

const category: Category = { slug: 'sport', label: 'Sport', parent: null, colour: null, uri: null };

/**
 * Renames a category in which every story of a newsroom stands, and takes that back, in a copy of the newsroom: how long the
 * stories that it touches are looked for, until the first ones are told as changed, and until it is all done.
 */
export const renames: Program = async ({ newsroom, indexWorker, scratch }) => {
	const copy = join(scratch, 'renames');
	rmSync(copy, { recursive: true, force: true });
	cpSync(newsroom, copy, { recursive: true, filter: (path) => !path.endsWith('.galley') });
	const paths = storyPaths(copy);
	for (const path of paths) putIn(path);
	const desk = await openDesk(copy, indexWorker);
	try {
		await desk.whenIndexed();
		const known = answered(await desk.host.newsroom.current({}));
		if (known.kind !== 'open') throw new Error('The newsroom is not open.');
		answered(await desk.host.newsroom.saveCategories({ categories: [...known.categories, category] }));
		const carried = { of: 'category' as const, slug: category.slug };
		const touched = await timed(async () => answered(await desk.host.references.touched({ carried })).count);
		if (touched.value !== paths.length) throw new Error(`${touched.value} of ${paths.length} stories stand in it.`);
		const change = { kind: 'rename-category' as const, slug: category.slug, to: 'games', label: 'Games' };
		const renamed = await done(desk, async () => answered(await desk.host.references.change({ change })).job);
		const undo = renamed.report.undo ?? '';
		const undone = await done(desk, async () => answered(await desk.host.articles.undoChange({ undo })).job);
		for (const { report } of [renamed, undone])
			if (report.changed !== paths.length) throw new Error(`It ended as ${JSON.stringify(report)}.`);
		return {
			samples: { touched: [touched.ms], first: [renamed.first], rename: [renamed.ms], undo: [undone.ms] },
		};
	} finally {
		await desk.close();
		rmSync(copy, { recursive: true, force: true });
	}
};

function putIn(path: string): void {
	const story = JSON.parse(readFileSync(path, 'utf8'));
	writeFileSync(path, `${JSON.stringify({ ...story, categories: [category.slug] }, null, 2)}\n`);
}

/** Starts a job and waits for its end; `first` is when it first told how far it is. Both in milliseconds. */
async function done({ core }: Desk, start: () => Promise<string>) {
	const since = performance.now();
	let first: number | null = null;
	const report = await new Promise<BulkReport>((resolve, reject) => {
		const end = core.subscribe((event) => {
			if (event.name !== 'jobs.changed') return;
			const { state } = event.payload;
			first ??= performance.now() - since;
			if (state.kind === 'running') return;
			end();
			if (state.kind === 'changed') resolve(state.report);
			else reject(new Error(`It ended as ${JSON.stringify(state)}.`));
		});
		start().catch(reject);
	});
	return { report, first: first ?? 0, ms: performance.now() - since };
}
