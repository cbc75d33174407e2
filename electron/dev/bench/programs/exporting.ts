import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answered, openDesk, timed } from './desk.ts';
import { peakMegabytes } from './memory.ts';
import type { Program } from './program.ts';
import { storyPaths } from './story-files.ts';

/** How long an editor rests between two looks at the list, in milliseconds. */
const pause = 100;

/*
 * Nothing that was exported or written is deleted before all is measured: a disk takes several times as long to make files
 * where many were deleted a moment ago. Each export and each floor has a folder of its own below the scratch.
 */
const exportsIn = (scratch: string) =>
	(existsSync(scratch) ? readdirSync(scratch) : []).filter((name) => name.startsWith('site-'));

/**
 * Exports every ready or published story into an empty folder, for the first time: no story has a history yet. Meanwhile an
 * editor looks at the list.
 */
export const exportAll: Program = async ({ newsroom, indexWorker, scratch }) => {
	const folder = join(scratch, `site-${exportsIn(scratch).length}`);
	rmSync(join(newsroom, '.galley/history'), { recursive: true, force: true });
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const ended = new Promise<number>((resolve, reject) => {
		desk.core.subscribe((event) => {
			if (event.name !== 'jobs.changed' || event.payload.state.kind === 'running') return;
			const { state } = event.payload;
			if (state.kind === 'finished') resolve(state.report.written);
			else reject(new Error(`The export ended as ${JSON.stringify(state)}.`));
		});
	});
	const since = performance.now();
	answered(await desk.host.export.start({ scope: { kind: 'all' }, folder }));
	const page: number[] = [];
	let exported: number | null = null;
	const end = ended.then((written) => {
		exported = performance.now() - since;
		return written;
	});
	while (exported === null) {
		page.push((await timed(async () => answered(await desk.host.articles.list({ limit: 50 })))).ms);
		await Promise.race([wait(pause), end]);
	}
	const written = await end;
	await desk.close();
	return { samples: { exported: [exported], written: [written], page, peakMemory: [peakMegabytes()] } };
};

/**
 * Reads and parses the file of each exported story, and stringifies and writes what the export holds of it. What is
 * written was read from the export before, which is not timed.
 */
export const bareExport: Program = async ({ newsroom, scratch }) => {
	const last = exportsIn(scratch).length - 1;
	const from = join(scratch, `site-${last}`, 'articles');
	const to = join(scratch, `bare-${last}`);
	mkdirSync(to);
	const sources = new Map(
		storyPaths(newsroom).map((path) => [path.replace(/^.*\//, '').slice(0, -'-123456.json'.length), path]),
	);
	let spent = 0;
	let bytes = 0;
	const names = readdirSync(from);
	for (const name of names) {
		const exported: unknown = JSON.parse(readFileSync(join(from, name), 'utf8'));
		const source = sources.get(name.replace(/\.json$/, ''));
		if (source === undefined) throw new Error(`${name} was exported of no story.`);
		const since = performance.now();
		JSON.parse(readFileSync(source, 'utf8'));
		const text = `${JSON.stringify(exported, null, 2)}\n`;
		writeFileSync(join(to, name), text);
		spent += performance.now() - since;
		bytes += text.length;
	}
	return { samples: { bare: [spent], written: [names.length], bytes: [bytes] } };
};
