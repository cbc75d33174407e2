import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { publishableJson } from '../formats/publishable-json/publishable-json.ts';
import type { ExportOrder } from '../run.ts';
import { makeTestNewsroom, testId } from './test-newsroom.ts';

/** The export of every story. */
export const all: ExportOrder = { scope: { kind: 'all' }, ready: false, drafts: false, format: publishableJson };
/** The export of one story, by its number. */
export const one = (number: number): ExportOrder => ({ ...all, scope: { kind: 'one', id: testId(number) } });
/** The picture of the first story. */
export const lead = { media: 'media/2025/03/lead.svg', alt: 'A wall', caption: '', credit: '', focus: [0.5, 0.4] };

/** A newsroom with two published stories, of which one has a picture, and a draft. */
export async function desk() {
	const newsroom = await makeTestNewsroom();
	await newsroom.picture(lead.media);
	await newsroom.picture('media/2025/03/unused.svg');
	await newsroom.write({ id: testId(1), slug: 'sea-wall', leadImage: lead, related: [{ article: testId(2) }] });
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Night trains return' });
	await newsroom.write({ id: testId(3), slug: 'a-draft', status: 'draft' });
	return { newsroom, out: join(newsroom.root, 'site'), beside: () => readdir(newsroom.root) };
}

/** The sentence that work fails with. */
export async function failure(work: Promise<unknown>): Promise<string> {
	const error = await work.then(
		() => null,
		(reason: unknown) => reason,
	);
	if (!(error instanceof FailureError)) throw new Error('it did not fail as it should', { cause: error });
	return error.failure.message;
}
