import { setTimeout as wait } from 'node:timers/promises';
import { answered, openDesk, timed } from './desk.ts';
import type { Program } from './program.ts';

/** How long an editor rests between two looks at the list, in milliseconds. */
const pause = 100;

/** Exports every published story into the scratch folder, and looks at the list meanwhile as an editor does. */
export const pagesWhileExporting: Program = async ({ newsroom, indexWorker, scratch }) => {
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	let hasEnded = false;
	const end = new Promise<void>((resolve, reject) => {
		desk.core.subscribe((event) => {
			if (event.name !== 'jobs.changed' || event.payload.state.kind === 'running') return;
			const { state } = event.payload;
			hasEnded = true;
			if (state.kind === 'finished') resolve();
			else reject(new Error(`The export ended as ${JSON.stringify(state)}.`));
		});
	});
	answered(await desk.host.export.start({ scope: { kind: 'all' }, folder: scratch }));
	const page: number[] = [];
	do {
		page.push((await timed(async () => answered(await desk.host.articles.list({ limit: 50 })))).ms);
		await Promise.race([wait(pause), end]);
	} while (!hasEnded);
	await end;
	await desk.close();
	return { samples: { page } };
};
