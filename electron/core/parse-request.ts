import { z } from 'zod';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { Article, type ArticleId, conflictsIn } from '#shared/model/article.ts';
import { Block } from '#shared/model/block.ts';
import { parseOften } from './parse-often.ts';

/** Parses what a request brings, as `schema.safeParse(input)` does. */
export type ParseRequest = <Schema extends z.ZodType>(
	schema: Schema,
	input: unknown,
) => z.ZodSafeParseResult<z.output<Schema>>;

/** More stories than are written at the same time. */
const mostRemembered = 8;

/**
 * Makes a parser that remembers stories. A story comes again with every pause in typing, and nearly all of it is then what
 * was parsed the last time, which is sooner seen than parsed.
 */
export function createRequestParser(): ParseRequest {
	const remembered = new Map<ArticleId, Article>();
	const remember = (story: Article) => {
		remembered.delete(story.id);
		remembered.set(story.id, story);
		for (const oldest of remembered.keys()) {
			if (remembered.size <= mostRemembered) break;
			remembered.delete(oldest);
		}
	};
	return <Schema extends z.ZodType>(schema: Schema, input: unknown) => {
		if (!takesStory(schema)) return parseOften(schema, input);
		const data = parseAgain(schema, input, remembered);
		// All that does not fit is found anew, with its place.
		const parsed = data === null ? parseOften(schema, input) : { success: true as const, data };
		if (parsed.success) remember(parsed.data.article);
		return parsed as z.ZodSafeParseResult<z.output<Schema>>;
	};
}

type TakesStory = z.ZodObject<{ article: typeof Article }>;

function takesStory(schema: z.ZodType): schema is TakesStory {
	return schema instanceof z.ZodObject && schema.shape.article === Article;
}

/** Parses a request with a story that is known; null when it is not, or something does not fit. */
function parseAgain(
	schema: TakesStory,
	input: unknown,
	known: ReadonlyMap<ArticleId, Article>,
): z.output<TakesStory> | null {
	if (!isRecord(input) || !isRecord(input.article) || typeof input.article.id !== 'string') return null;
	const before = known.get(input.article.id);
	const article = before === undefined ? null : parseStoryAgain(input.article, before);
	if (article === null) return null;
	const { article: _, ...others } = input;
	const parsed = parseOften(withoutStory(schema), others);
	return parsed.success ? { article, ...parsed.data } : null;
}

/** Schemas of requests without their stories. */
const shorter = new WeakMap<z.ZodType, z.ZodType<object>>();

function withoutStory(schema: TakesStory): z.ZodType<object> {
	const made = shorter.get(schema) ?? schema.omit({ article: true });
	shorter.set(schema, made);
	return made;
}

const { body: Body, ...fields } = Article.shape;
const otherFields = Object.entries(fields) as [Exclude<keyof Article, 'body'>, z.ZodType][];

/** A story field by field: what is as before was parsed before. */
function parseStoryAgain(story: Readonly<Record<string, unknown>>, before: Article): Article | null {
	const changed: Partial<Record<keyof Article, unknown>> = {};
	for (const [name, field] of otherFields) {
		if (isSameValue(story[name], before[name])) continue;
		const parsed = parseOften(field, story[name]);
		if (!parsed.success) return null;
		changed[name] = parsed.data;
	}
	const body = Array.isArray(story.body) ? parseBlocks(story.body, before.body) : parseOften(Body, story.body).data;
	if (body === undefined || body === null) return null;
	// The order of its fields is that of the format, as each of them was there before.
	const article = { ...before, ...changed, body } as Article;
	return conflictsIn(article).length === 0 ? article : null;
}

function parseBlocks(blocks: readonly unknown[], before: readonly Block[]): Block[] | null {
	const parsed: Block[] = [];
	for (const [at, block] of blocks.entries()) {
		const known = before[at];
		const made = known !== undefined && isSameValue(block, known) ? known : parseOften(Block, block).data;
		if (made === undefined) return null;
		parsed.push(made);
	}
	return parsed;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
