import { z } from 'zod';
import { SessionId, TextVersion } from '#shared/contract/session-id.ts';
import { Article, ArticleId, Moment, Revision } from '#shared/model/article.ts';
import { ProcessName } from '../disk/process.ts';
import { readJson, readText, schemaDamage } from '../json/parsed-file.ts';

const journalFormat = 1;

/** Unsaved work as it lies in the journal. */
export const JournalEntry = z.object({
	format: z.literal(journalFormat),
	article: ArticleId,
	session: SessionId,
	version: TextVersion.default(0),
	writer: ProcessName,
	at: Moment,
	basedOn: Revision,
	base: Article.nullable(),
	mine: Article,
	/** The text that the session last sent to be saved, of which nobody knows whether the file has got it. */
	sent: Article.nullable().default(null),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** The file name of an entry. */
export function entryName(article: ArticleId, session: SessionId): string {
	return `${article}.${session}.json`;
}

/** Which entry a file of the journal is, by its name; null for a file that is none. */
export function readEntryName(name: string): { readonly article: ArticleId; readonly session: SessionId } | null {
	const [article, session, end, ...rest] = name.split('.');
	if (end !== 'json' || rest.length > 0) return null;
	if (!ArticleId.safeParse(article).success || !SessionId.safeParse(session).success) return null;
	return { article: article ?? '', session: session ?? '' };
}

/** An entry as the bytes of its file. */
export function entryBytes(entry: Omit<JournalEntry, 'format'>): Uint8Array {
	return Buffer.from(`${JSON.stringify({ format: journalFormat, ...entry })}\n`, 'utf8');
}

/** Reads the bytes of an entry's file. Nothing is thrown for what is in them. */
export function readEntry(
	bytes: Uint8Array,
): { readonly kind: 'entry'; readonly entry: JournalEntry } | { readonly kind: 'damaged'; readonly reason: string } {
	const text = readText(bytes);
	if (text.kind === 'damaged') return text;
	const json = readJson(text.text);
	if (json.kind === 'damaged') return json;
	const parsed = JournalEntry.safeParse(json.value);
	return parsed.success ? { kind: 'entry', entry: parsed.data } : schemaDamage(text.text, parsed.error);
}
