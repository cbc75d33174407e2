import type { z } from 'zod';
import { findOperation, type Services } from '#shared/contract/index.ts';
import { FailureError, fail, ok, type Result } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { createRequestParser } from './parse-request.ts';
import { placeInWords } from './parsed-file.ts';

/** Answers one request: finds the operation, refuses what is too large or does not fit, and calls the service. Never throws. */
export type Dispatch = (name: unknown, input: unknown, bytes: number) => Promise<Result<unknown>>;

/**
 * Makes the one way into the core. `log` hears of errors that nobody expected; `known` answers a story as its file was last
 * read or written, or null.
 */
export function makeDispatch(
	services: Services,
	log: (message: string, error?: unknown) => void,
	known: (id: ArticleId) => Article | null,
): Dispatch {
	const groups: Record<string, Record<string, (input: never) => Promise<unknown>>> = services;
	const parse = createRequestParser(known);
	return async (name, input, bytes) => {
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
			const parsed = parse(operation.input, input);
			if (!parsed.success) return fail('bad-input', badInputInWords(parsed.error), name);
			return ok(await service(parsed.data as never));
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
