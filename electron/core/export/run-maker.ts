import type { MessagePort } from 'node:worker_threads';
import { createPackWriter } from '../history/pack-writer.ts';
import { sendError } from '../sent-error.ts';
import { diskOf } from './disk-of.ts';
import { askTable, type LinkedTable } from './linked-table.ts';
import type { FromMaker, MakerThreadOptions, ToMaker } from './maker-thread.ts';
import { createStoryMaker, type StoryMaker, type StoryToMake } from './story-maker.ts';
import { fileWriterInTurns } from './write-files.ts';

/** Makes stories in this thread for the one at the other end of the port; see maker-thread.ts. */
export function runMaker({ options, next, place, lock, number }: MakerThreadOptions, port: MessagePort): void {
	const tell = (message: FromMaker, give: ArrayBuffer[] = []) => port.postMessage(message, give);
	let begin = (_: LinkedTable) => {};
	const table = new Promise<LinkedTable>((resolve) => {
		begin = resolve;
	});
	const getReady = async (): Promise<StoryMaker> => {
		const disk = await diskOf(options.folder.path);
		const keeping = place && { author: place.author, writer: createPackWriter(disk, place, number) };
		const output = next === null ? null : { write: fileWriterInTurns(next, lock), keeping };
		return createStoryMaker(disk, output, options, askTable(await table));
	};
	const maker = getReady();
	const make = async (turn: number, stories: readonly StoryToMake[]) => {
		try {
			const made = await (await maker).make(stories);
			tell({ kind: 'made', number: turn, made }, [made.entries.buffer]);
		} catch (error) {
			tell({ kind: 'refusal', number: turn, reason: sendError(error) });
		}
	};
	const finish = async () => tell({ kind: 'kept', kept: await (await maker).finish() });
	port.on('message', (message: ToMaker) => {
		switch (message.kind) {
			case 'linked':
				begin(message.linked);
				break;
			case 'make':
				void make(message.number, message.stories);
				break;
			case 'finish':
				void finish();
				break;
		}
	});
}
