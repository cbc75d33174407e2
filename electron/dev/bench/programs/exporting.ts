import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answered, openDesk } from './desk.ts';
import { peakMegabytes } from './memory.ts';
import type { Program } from './program.ts';
import { storyPaths } from './story-files.ts';

/** Exports every ready or published story into an empty folder, for the first time: no story has a history yet. */
export const exportAll: Program = async ({ newsroom, indexWorker, scratch }) => {
	rmSync(scratch, { recursive: true, force: true });
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
	answered(await desk.host.export.start({ scope: { kind: 'all' }, folder: scratch }));
	const written = await ended;
	const exported = performance.now() - since;
	await desk.close();
	return { samples: { exported: [exported], written: [written], peakMemory: [peakMegabytes()] } };
};

/**
 * Reads and parses the file of each exported story, and stringifies and writes what the export holds of it. What is
 * written was read from the export before, which is not timed.
 */
export const bareExport: Program = async ({ newsroom, scratch }) => {
	const from = join(scratch, 'articles');
	const to = `${scratch}-bare`;
	rmSync(to, { recursive: true, force: true });
	mkdirSync(to, { recursive: true });
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
	rmSync(to, { recursive: true, force: true });
	return { samples: { bare: [spent], written: [names.length], bytes: [bytes] } };
};
