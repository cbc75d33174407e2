import { z } from 'zod';
import { FailureError } from '#shared/failure.ts';
import { Article, articleFormat, articleSchemaUrn, type Revision } from '#shared/model/article.ts';
import { formatOfArticle, migrateArticle } from '#shared/model/migrations/index.ts';
import { asJson, type JsonNode, treeOf, writeJsonTree } from '../json/json-tree.ts';
import {
	type FileDamage,
	readJson,
	readJsonTree,
	readText,
	revisionOf,
	sameBytes,
	schemaDamage,
	textBytes,
	utf8Bytes,
} from '../json/parsed-file.ts';
import { mergeIntoRaw } from '../json/raw-merge.ts';
import { ContentHash, contentHash } from './live/content-hash.ts';

/** An article's file as it was read: the story, and all that is needed to write it back without losing anything. */
export interface ArticleFile {
	readonly kind: 'article';
	readonly article: Article;
	/** The file's bytes. */
	readonly bytes: Uint8Array;
	readonly revision: Revision;
	/** Why it cannot be saved; null when it can. */
	readonly readOnly: string | null;
	/**
	 * The `contentHash` of what readers have of it, which is another version where the file has another one by now; null
	 * when Galley has not published it.
	 */
	readonly live: ContentHash | null;
	/** Its own `contentHash`; null before it was asked. */
	readonly content: ContentHash | null;
	/** The JSON after migration, where that changed it. */
	readonly migrated: Readonly<Record<string, unknown>> | null;
	/** Whether its bytes are those of a new file of this story, with nothing left out or added; null before it was asked. */
	readonly isPlain: boolean | null;
}

/** Reads the bytes of an article's file. Nothing is ever thrown for what is in them. */
export function readArticleFile(bytes: Uint8Array): ArticleFile | FileDamage {
	const text = readText(bytes);
	if (text.kind === 'damaged') return text;
	const json = readJson(text.text);
	if (json.kind === 'damaged') return json;
	const { value } = json;
	if (!isRecord(value)) return { kind: 'damaged', reason: 'It holds no story.', line: 1 };
	const format = formatOfArticle(value.$schema);
	const isNewer = format !== null && format > articleFormat;

	let migrated: Readonly<Record<string, unknown>> = value;
	if (isNewer) migrated = { ...value, $schema: articleSchemaUrn };
	else if (format !== null && format < articleFormat) migrated = migrateArticle(value, format);

	const parsed = Article.safeParse(migrated);
	if (!parsed.success) {
		if (!isNewer) return schemaDamage(text.text, parsed.error);
		const reason = `A newer Galley wrote it (format ${format}), and this one cannot show it. Update Galley to open it.`;
		return { kind: 'damaged', reason, line: null };
	}
	const live = LiveMark.safeParse(value);
	if (!live.success) return schemaDamage(text.text, live.error);
	return {
		kind: 'article',
		article: parsed.data,
		bytes,
		revision: revisionOf(bytes),
		readOnly: isNewer
			? `A newer Galley wrote this story (format ${format}). You can read it; update Galley to change it.`
			: null,
		live: live.data.live ?? null,
		// While the JSON is at hand; only then is it compared.
		content: live.data.live === undefined ? null : contentHash(value),
		migrated: migrated === value ? null : migrated,
		isPlain: null,
	};
}

/** What stands in a file of what readers have; it belongs to the file and not to the story. */
const LiveMark = z.object({ live: ContentHash.optional() });

/** A new article's file. */
export function newArticleFile(article: Article, live: ContentHash | null = null): ArticleFile {
	return writtenFile(article, live, newArticleBytes(article, live), true);
}

/** The bytes of a new article's file. */
export function newArticleBytes(article: Article, live: ContentHash | null = null): Uint8Array {
	return utf8Bytes(`${JSON.stringify(withMark(article, live), null, 2)}\n`);
}

/** A story with what readers have of it, in the file's order. */
function withMark(article: Article, live: ContentHash | null): Article {
	if (live === null) return article;
	const { $schema, id, slug, language, status, ...rest } = article;
	return Object.assign({ $schema, id, slug, language, status, live }, rest);
}

/**
 * The file to write for `next` over `file`: only what differs changes, and what this version does not know is kept.
 * Throws a `FailureError` where that cannot be.
 */
export function changedArticleFile(
	file: ArticleFile,
	next: Article,
	live: ContentHash | null = file.live,
): ArticleFile {
	// A plain file stays plain, and needs no merging, which takes several times as long as writing it.
	const isPlain =
		file.isPlain ?? (file.migrated === null && sameBytes(newArticleBytes(file.article, file.live), file.bytes));
	return writtenFile(next, live, isPlain ? newArticleBytes(next, live) : mergedBytes(file, next, live), isPlain);
}

function mergedBytes(file: ArticleFile, next: Article, live: ContentHash | null): Uint8Array {
	const text = readText(file.bytes);
	if (text.kind === 'damaged') throw new Error(`A story was read from what is no text: ${text.reason}`);
	const raw = file.migrated === null ? treeOfText(text.text) : treeOf(asJson(file.migrated));
	const before = asJson(withMark(file.article, file.live));
	return textBytes(`${writeJsonTree(mergeIntoRaw(raw, before, asJson(withMark(next, live))))}\n`, text);
}

/** The `contentHash` of a file. */
export function contentHashOf({ bytes, article, content, isPlain }: ArticleFile): ContentHash {
	if (content !== null) return content;
	if (isPlain === true) return contentHash(article);
	const json = JSON.parse(
		Buffer.from(bytes)
			.toString('utf8')
			.replace(/^\uFEFF/, ''),
	);
	return contentHash(json);
}

/** Whether readers have another version of a published story than its file holds. */
export function hasChanges(file: ArticleFile): boolean {
	return file.article.status === 'published' && file.live !== null && contentHashOf(file) !== file.live;
}

/** What this version does not know may have more levels than can be written back. */
function treeOfText(text: string): JsonNode {
	const tree = readJsonTree(text);
	if ('root' in tree) return tree.root;
	const where = tree.damage.line === null ? '' : ` on line ${tree.damage.line}`;
	throw new FailureError(
		'damaged',
		`This story's file cannot be written without losing something${where}. ${tree.damage.reason} Mend it in a text editor.`,
	);
}

function writtenFile(article: Article, live: ContentHash | null, bytes: Uint8Array, isPlain: boolean): ArticleFile {
	const revision = revisionOf(bytes);
	return { kind: 'article', article, bytes, revision, readOnly: null, live, content: null, migrated: null, isPlain };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
