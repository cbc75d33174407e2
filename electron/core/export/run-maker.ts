import type { MessagePort } from 'node:worker_threads';
import type { LinkedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { createPackWriter } from '../history/pack-writer.ts';
import { sendError } from '../sent-error.ts';
import { diskOf } from './disk-of.ts';
import type { FromMaker, MakerThreadOptions, ToMaker } from './maker-thread.ts';
import { createStoryMaker, type StoryMaker, type StoryToMake } from './story-maker.ts';
import { fileWriterInTurns } from './write-files.ts';

/** Makes stories in this thread for the one at the other end of the port; see maker-thread.ts. */
export function runMaker({ options, next, place, lock, number }: MakerThreadOptions, port: MessagePort): void {
	const tell = (message: FromMaker) => port.postMessage(message);
	const asked = new Map<number, (found: readonly LinkedStory[] | null) => void>();
	let last = 0;
	const askLinked = async (ids: readonly ArticleId[]): Promise<readonly LinkedStory[]> => {
		last += 1;
		const question = last;
		tell({ kind: 'asks', number: question, ids });
		const found = await new Promise<readonly LinkedStory[] | null>((resolve) => asked.set(question, resolve));
		if (found === null) throw new Error('Nobody knows what links show.');
		return found;
	};
	const begin = async (): Promise<StoryMaker> => {
		const disk = await diskOf(options.folder.path);
		const keeping = place && { author: place.author, writer: createPackWriter(disk, place, number) };
		const output = next === null ? null : { write: fileWriterInTurns(next, lock), keeping };
		return createStoryMaker(disk, output, options, askLinked);
	};
	const maker = begin();
	const make = async (turn: number, stories: readonly StoryToMake[]) => {
		try {
			tell({ kind: 'made', number: turn, made: await (await maker).make(stories) });
		} catch (error) {
			tell({ kind: 'refusal', number: turn, reason: sendError(error) });
		}
	};
	const finish = async () => tell({ kind: 'kept', kept: await (await maker).finish() });
	port.on('message', (message: ToMaker) => {
		switch (message.kind) {
			case 'make':
				void make(message.number, message.stories);
				break;
			case 'finish':
				void finish();
				break;
			case 'linked':
				asked.get(message.number)?.(message.found);
				asked.delete(message.number);
				break;
		}
	});
}
