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

/**
 * Makes a parser that knows stories: `known` answers one as its file was last read or written, or null. A story comes again
 * with every pause in typing, and nearly all of it is then as in its file, which is sooner seen than parsed.
 */
export function createRequestParser(known: (id: ArticleId) => Article | null): ParseRequest {
	return <Schema extends z.ZodType>(schema: Schema, input: unknown) => {
		const data = takesStory(schema) ? parseAgain(schema, input, known) : null;
		// All that does not fit is found anew, with its place.
		return data === null ? parseOften(schema, input) : { success: true, data: data as z.output<Schema> };
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
	known: (id: ArticleId) => Article | null,
): z.output<TakesStory> | null {
	if (!isRecord(input) || !isRecord(input.article) || typeof input.article.id !== 'string') return null;
	const before = known(input.article.id);
	const article = before === null ? null : parseStoryAgain(input.article, before);
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
	// The order of its fields is that of the format, as each of them was there before.
	const article: Record<keyof Article, unknown> = { ...before };
	for (const [name, field] of otherFields) {
		if (isSameValue(story[name], before[name])) continue;
		const parsed = parseOften(field, story[name]);
		if (!parsed.success) return null;
		article[name] = parsed.data;
	}
	const body = Array.isArray(story.body) ? parseBlocks(story.body, before.body) : parseOften(Body, story.body).data;
	if (body === undefined || body === null) return null;
	article.body = body;
	return conflictsIn(article as Article).length === 0 ? (article as Article) : null;
}

function parseBlocks(blocks: readonly unknown[], before: readonly Block[]): Block[] | null {
	const parsed: Block[] = [];
	let byId: ReadonlyMap<unknown, Block> | null = null;
	for (let at = 0; at < blocks.length; at += 1) {
		const block = blocks[at];
		const id = isRecord(block) ? block.id : undefined;
		let known = before[at];
		if (known?.id !== id) {
			// Blocks were put in or taken out above it.
			byId ??= new Map(before.map((each) => [each.id, each]));
			known = byId.get(id);
		}
		const made = known !== undefined && isSameValue(block, known) ? known : parseOften(Block, block).data;
		if (made === undefined) return null;
		parsed.push(made);
	}
	return parsed;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
