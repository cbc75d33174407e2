import { Article, articleSchemaUrn } from '../../model/article.ts';

const beginning = '1970-01-01T00:00:00.000Z';
let made: Article | null = null;

/** A story in which nothing was written, with the values that the format gives to every field, in the file's order. */
export function emptyArticle(): Article {
	made ??= Article.parse({
		$schema: articleSchemaUrn,
		id: '0'.repeat(26),
		slug: 'story',
		dates: { created: beginning, updated: beginning },
	});
	return made;
}
