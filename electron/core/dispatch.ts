import type { z } from 'zod';
import { findOperation, type Services } from '#shared/contract/index.ts';
import { FailureError, fail, ok, type Result } from '#shared/failure.ts';
import { placeInWords } from './json/parsed-file.ts';
import type { NewsroomSwitcher } from './newsroom/newsroom-switcher.ts';
import type { OpenNewsroom } from './newsroom/open-newsroom.ts';

/**
 * Answers one request: finds the operation, refuses what is too large, does not fit or is for a newsroom that is not open,
 * and calls the service. `newsroom` is the id of the newsroom that the request is for; null for one that is about none.
 * Never throws.
 */
export type Dispatch = (name: unknown, input: unknown, bytes: number, newsroom?: unknown) => Promise<Result<unknown>>;

/** Makes the one way into the core. `log` hears of errors that nobody expected. */
export function makeDispatch(
	services: Services<OpenNewsroom>,
	newsrooms: Pick<NewsroomSwitcher, 'named'>,
	log: (message: string, error?: unknown) => void,
): Dispatch {
	const groups: Record<string, Record<string, (input: never, newsroom: never) => Promise<unknown>>> = services;
	return async (name, input, bytes, newsroom = null) => {
		const operation = typeof name === 'string' ? findOperation(name) : null;
		if (operation === null || typeof name !== 'string') {
			return fail('bad-input', 'Galley does not know this request. Restart it, so that all of it is one version.');
		}
		if (bytes > operation.maxBytes) {
			const megabytes = Math.floor(operation.maxBytes / 1024 / 1024);
			return fail('too-large', `This is too large: at most ${megabytes} MB can be sent at once.`, name);
		}
		const [group = '', operationName = ''] = name.split('.');
		const service = groups[group]?.[operationName];
		if (service === undefined) return fail('bug', 'This part of Galley is missing. Install it again.', name);
		try {
			const parsed = operation.input.safeParse(input);
			if (!parsed.success) return fail('bad-input', badInputInWords(parsed.error), name);
			// Found once and handed on, so that a service cannot reach another one when that is opened meanwhile.
			const found = operation.about === 'newsroom' ? newsrooms.named(newsroom) : null;
			return ok(await service(parsed.data as never, found as never));
		} catch (error) {
			if (error instanceof FailureError) return { ok: false, failure: error.failure };
			log(`${name} failed`, error);
			return fail('bug', 'Something went wrong inside Galley. Your files are as they were; try again.', name);
		}
	};
}

function badInputInWords(error: z.ZodError): string {
	const issue = error.issues[0];
	if (issue === undefined) return 'The request does not fit.';
	const place = placeInWords(issue.path);
	const message = issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
	return `The request does not fit${place === '' ? '' : ` in ${place}`}: ${message}.`;
}
