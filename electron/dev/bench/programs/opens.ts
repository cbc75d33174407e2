import { answered, openDesk, timed } from './desk.ts';
import type { Program } from './program.ts';
import { sampleStories } from './story-files.ts';

/** Opens stories of all years. */
export const opens: Program = async ({ newsroom, indexWorker, times }) => {
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const open: number[] = [];
	for (const { id } of sampleStories(newsroom, times)) {
		open.push((await timed(async () => answered(await desk.host.articles.get({ id })))).ms);
	}
	await desk.close();
	return { samples: { open } };
};
