import { expect, test } from 'vitest';
import type { LinkedStory } from '#shared/contract/articles.ts';
import type { Events } from '#shared/contract/index.ts';
import { fail, ok, type Result } from '#shared/failure.ts';
import { LinkedStoryCache } from './linked-story-cache.ts';

const harbour = '01JQNV3M8Z4T6W9X2Y5B7C1D3F';
const trains = '01JQNV3M8Z4T6W9X2Y5B7C1D3G';

function story(id: string, headline: string): LinkedStory {
	return {
		id,
		slug: 'a-story',
		headline,
		excerpt: '',
		categories: ['world'],
		status: 'ready',
		date: '2025-03-28T10:00:00Z',
		embargo: null,
		untilLifted: false,
		reason: '',
		scheduled: null,
		image: null,
		imageAlt: '',
	};
}

function newsroom() {
	const stories = new Map<string, LinkedStory>();
	const questions: string[][] = [];
	let changed: (payload: Events['articles.changed']) => void = () => undefined;
	let connect: (connected: boolean) => void = () => undefined;
	let answer: (ids: string[]) => Promise<Result<readonly LinkedStory[]>> = async (ids) =>
		ok(ids.flatMap((id) => stories.get(id) ?? []));
	const cache = new LinkedStoryCache({
		linked: ({ ids }) => {
			questions.push(ids);
			return answer(ids);
		},
		subscribe: (name, listener) => {
			if (name === 'articles.changed') changed = listener as typeof changed;
			return () => undefined;
		},
		subscribeConnection: (listener) => {
			connect = listener;
			return () => undefined;
		},
	});
	return {
		cache,
		stories,
		questions,
		connect: () => connect(true),
		change: (ids: string[]) => changed({ ids }),
		answerWith: (next: typeof answer) => {
			answer = next;
		},
	};
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('links that appear together are asked for in one question', async () => {
	const { cache, stories, questions } = newsroom();
	stories.set(harbour, story(harbour, 'Harbour towns weigh a sea wall'));
	cache.watch([harbour]);
	cache.watch([trains]);
	expect(cache.getState().get(harbour)).toBeUndefined();
	await settled();
	expect(questions).toEqual([[harbour, trains]]);
	expect(cache.getState().get(harbour)?.headline).toBe('Harbour towns weigh a sea wall');
	expect(cache.getState().get(trains)).toBeNull();
	cache.watch([harbour]);
	await settled();
	expect(questions).toHaveLength(1);
});

test('a story that changes is asked for again, and its old words stay until then', async () => {
	const { cache, stories, change } = newsroom();
	stories.set(harbour, story(harbour, 'Old headline'));
	cache.watch([harbour]);
	await settled();
	stories.set(harbour, story(harbour, 'New headline'));
	let heard = 0;
	cache.subscribe(() => {
		heard += 1;
	});
	change([harbour]);
	expect(cache.getState().get(harbour)?.headline).toBe('Old headline');
	await settled();
	expect(cache.getState().get(harbour)?.headline).toBe('New headline');
	expect(heard).toBe(1);
});

test('a story that is trashed is gone', async () => {
	const { cache, stories, change } = newsroom();
	stories.set(harbour, story(harbour, 'Harbour'));
	cache.watch([harbour]);
	await settled();
	stories.delete(harbour);
	change([harbour]);
	await settled();
	expect(cache.getState().get(harbour)).toBeNull();
});

test('an answer that comes late does not replace a newer one', async () => {
	const { cache, change, answerWith } = newsroom();
	const answers: ((headline: string) => void)[] = [];
	answerWith(() => new Promise((resolve) => answers.push((headline) => resolve(ok([story(harbour, headline)])))));
	cache.watch([harbour]);
	await settled();
	change([harbour]);
	await settled();
	answers[1]?.('Newer');
	await settled();
	answers[0]?.('Older');
	await settled();
	expect(cache.getState().get(harbour)?.headline).toBe('Newer');
});

test('a host that does not answer leaves a story unknown, not gone, until it is reached again', async () => {
	const { cache, answerWith, connect } = newsroom();
	answerWith(async () => fail('disconnected', 'The newsroom cannot be reached.'));
	cache.watch([harbour]);
	await settled();
	expect(cache.getState().has(harbour)).toBe(false);
	answerWith(async () => ok([story(harbour, 'Harbour')]));
	connect();
	await settled();
	expect(cache.getState().get(harbour)?.headline).toBe('Harbour');
});

test('a story that nobody looks at is forgotten when it changes', async () => {
	const { cache, stories, change, questions } = newsroom();
	stories.set(harbour, story(harbour, 'Harbour'));
	cache.watch([harbour])();
	await settled();
	change([harbour]);
	await settled();
	expect(questions).toHaveLength(1);
	expect(cache.getState().has(harbour)).toBe(false);
});

test('of thousands of stories that were looked at, only some are kept, and all that are looked at now', async () => {
	const { cache, stories } = newsroom();
	stories.set(harbour, story(harbour, 'Harbour'));
	cache.watch([harbour]);
	await settled();
	for (let index = 0; index < 2000; index += 1) {
		const id = `01JQNV3M8Z4T6W9X2Y5B${String(index).padStart(6, '0')}`;
		stories.set(id, story(id, `Story ${index}`));
		cache.watch([id])();
		await settled();
	}
	expect(cache.getState().size).toBe(500);
	expect(cache.getState().get(harbour)?.headline).toBe('Harbour');
	expect(cache.getState().has('01JQNV3M8Z4T6W9X2Y5B001999')).toBe(true);
});
