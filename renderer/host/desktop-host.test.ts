import { expect, test } from 'vitest';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { createDesktopHost } from './desktop-host.ts';

test('Requests, events and menu commands cross the bridge, and a bridge that fails is disconnected', async () => {
	const asked: [string, string | null, string][] = [];
	let fails = false;
	let send: (event: GalleyEvent) => void = () => undefined;
	let command: (id: string) => Promise<void> = async () => undefined;
	const host = createDesktopHost({
		async request(name, newsroom, json) {
			asked.push([name, newsroom, json]);
			if (fails) throw new Error('The object has been destroyed');
			return { ok: true, value: null };
		},
		subscribe(listener) {
			send = listener;
			return () => undefined;
		},
		onCommand(listener) {
			command = listener;
			return () => undefined;
		},
	});

	expect(await host.jobs.cancel({ job: '1' })).toEqual({ ok: true, value: null });
	const newsroom = host.inNewsroom('1'.repeat(32));
	await newsroom.articles.counts({});
	expect(asked).toEqual([
		['jobs.cancel', null, '{"job":"1"}'],
		['articles.counts', '1'.repeat(32), '{}'],
	]);
	expect(newsroom.mediaUrl('media/2025/03/a b.svg')).toBe(`/newsroom/${'1'.repeat(32)}/media/2025/03/a%20b.svg`);

	const heard: unknown[] = [];
	host.subscribe('articles.changed', ({ ids }) => heard.push(ids));
	send({ name: 'articles.changed', payload: { ids: [] } });
	const end = host.subscribeMenu((id) => void heard.push(id));
	await command('story.new');
	end();
	await command('story.save');
	expect(heard).toEqual([[], 'story.new']);

	host.subscribeMenu(() => Promise.reject(new Error('A story is not saved.')));
	await expect(command('window.close-requested')).rejects.toThrow('not saved');

	fails = true;
	expect(await host.app.info({})).toMatchObject({ ok: false, failure: { code: 'disconnected' } });
});
