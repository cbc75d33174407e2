import { expect, test } from 'vitest';
import { maxBytesOf, parseRequest } from './request-text.ts';

test('A request is parsed within the limit of its operation', () => {
	expect(parseRequest('app.info', '{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
	expect(parseRequest('app.info', '{')).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
	const large = JSON.stringify('é'.repeat(maxBytesOf('articles.list') / 2));
	expect(parseRequest('articles.list', large)).toMatchObject({ ok: false, failure: { code: 'too-large' } });
	expect(parseRequest('media.add', large)).toMatchObject({ ok: true });
});

test('What is no operation may hold next to nothing', () => {
	for (const name of ['', 'app', '__proto__.constructor', 'app.nothing']) expect(maxBytesOf(name)).toBe(1024);
});
