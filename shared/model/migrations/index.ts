import { articleFormat } from '../article.ts';

/** Brings the JSON of an article from one format to the next: `from` to `from + 1`. */
export interface ArticleMigration {
	readonly from: number;
	/** Gets and answers the whole file's value; keys it does not know must be kept. */
	readonly migrate: (article: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** Every step from the first format to the present one, in order. Format 1 is the first, so there is none yet. */
export const articleMigrations: readonly ArticleMigration[] = [];

/** The format that an article's `$schema` names; null for a text of another kind. */
export function formatOfArticle(schema: unknown): number | null {
	const number = typeof schema === 'string' ? /^urn:galley:article:([1-9]\d{0,5})$/.exec(schema)?.[1] : undefined;
	return number === undefined ? null : Number(number);
}

/** Brings an article's value up to the present format, in memory; throws when a step is missing. */
export function migrateArticle(
	article: Readonly<Record<string, unknown>>,
	from: number,
	migrations: readonly ArticleMigration[] = articleMigrations,
	to: number = articleFormat,
): Readonly<Record<string, unknown>> {
	let migrated = article;
	for (let format = from; format < to; format += 1) {
		const step = migrations.find((migration) => migration.from === format);
		if (step === undefined) throw new Error(`there is no way from format ${format} to ${format + 1}`);
		migrated = { ...step.migrate(migrated), $schema: `urn:galley:article:${format + 1}` };
	}
	return migrated;
}
