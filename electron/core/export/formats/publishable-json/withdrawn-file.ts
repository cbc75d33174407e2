import type { PublishableWithdrawal, PublishableWithdrawn } from '#shared/model/publishable-site.ts';
import { jsonText } from '../../publishable-article.ts';

/** `withdrawn.json`: newest first; what was withdrawn at one moment stands in the order of the ids. */
export function withdrawnText(stories: readonly PublishableWithdrawal[]): string {
	const withdrawn = [...stories].sort((a, b) => Date.parse(b.date) - Date.parse(a.date) || (a.id < b.id ? -1 : 1));
	return jsonText({ $schema: 'urn:galley:schema:withdrawn:1', withdrawn } satisfies PublishableWithdrawn);
}
