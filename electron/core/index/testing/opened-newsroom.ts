import { onTestFinished } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { type OpenNewsroom, openNewsroom } from '../../newsroom/open-newsroom.ts';

/** A newsroom with what it logged and which stories it told of. */
export interface Opened extends OpenNewsroom {
	readonly logged: string[];
	readonly changes: string[];
}

/** Opens a newsroom until the test ends; its index is kept by the worker script, or in this thread without one. */
export async function open(path: string, indexWorker?: string, userData: string | null = null): Promise<Opened> {
	const logged: string[] = [];
	const changes: string[] = [];
	const newsroom = await openNewsroom(realFileSystem, path, (ids) => changes.push(...ids), undefined, {
		author: async () => 'Ada',
		userData,
		indexWorker,
		historyChanged: () => {},
		log: (message) => logged.push(message),
	});
	onTestFinished(() => newsroom.close());
	return { ...newsroom, logged, changes };
}

/** A page of all stories. */
export const everything = {
	filter: StoryFilter.parse({}),
	sort: 'headline',
	cursor: null,
	offset: 0,
	limit: 500,
} as const;
/** How many stories the index finds. */
export const total = ({ articles }: OpenNewsroom) => articles.index.total(StoryFilter.parse({}));
