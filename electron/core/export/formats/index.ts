import { FailureError } from '#shared/failure.ts';
import type { ExportFormat } from './format.ts';
import { jsonFeed } from './json-feed/json-feed.ts';
import { publishableJson } from './publishable-json/publishable-json.ts';

/** Every format that stories can be exported as, the usual one first. */
export const exportFormats: readonly ExportFormat[] = [publishableJson, jsonFeed];

/** Finds a format by its name; one that Galley does not know is a `FailureError`. */
export function findFormat(name: string): ExportFormat {
	const format = exportFormats.find((each) => each.name === name);
	if (format !== undefined) return format;
	const names = exportFormats.map((each) => each.name).join(', ');
	throw new FailureError('bad-input', `Galley knows no export format “${name}”. It knows ${names}.`, name);
}
