import type { MessagePort } from 'node:worker_threads';
import type { LinkedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { diskOf } from './disk-of.ts';
import { type FromMaker, type MakerThreadOptions, sendError, type ToMaker } from './maker-thread.ts';
import { createStoryMaker, type StoryToMake } from './story-maker.ts';
import { fileWriterInTurns } from './write-files.ts';

/** Makes stories in this thread for the one at the other end of the port; see maker-thread.ts. */
export function runMaker({ options, next, lock }: MakerThreadOptions, port: MessagePort): void {
	const tell = (message: FromMaker) => port.postMessage(message);
	const asked = new Map<number, (found: readonly LinkedStory[] | null) => void>();
	let last = 0;
	const askLinked = async (ids: readonly ArticleId[]): Promise<readonly LinkedStory[]> => {
		last += 1;
		const number = last;
		tell({ kind: 'asks', number, ids });
		const found = await new Promise<readonly LinkedStory[] | null>((resolve) => asked.set(number, resolve));
		if (found === null) throw new Error('Nobody knows what links show.');
		return found;
	};
	const write = next === null ? null : fileWriterInTurns(next, lock);
	const maker = diskOf(options.folder.path).then((disk) => createStoryMaker(disk, write, options, askLinked));
	const make = async (number: number, stories: readonly StoryToMake[]) => {
		try {
			tell({ kind: 'made', number, made: await (await maker).make(stories) });
		} catch (error) {
			tell({ kind: 'refusal', number, reason: sendError(error) });
		}
	};
	port.on('message', (message: ToMaker) => {
		if (message.kind === 'make') {
			void make(message.number, message.stories);
			return;
		}
		asked.get(message.number)?.(message.found);
		asked.delete(message.number);
	});
}
