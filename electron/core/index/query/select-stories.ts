import type { Selection } from '#shared/contract/articles.ts';
import type { StoryStatus } from '../../articles/article-index.ts';
import { numberAt, type Parameter, textAt } from '../store/connection.ts';
import { statusOrder } from '../store/schema.ts';
import { conditionsOf, type FilterContext, joinConditions } from './story-conditions.ts';
import { type Reader, sourceOf } from './story-source.ts';

/** The stories of a selection, newest first; an id that is gone is left out. */
export function selectStories(reader: Reader, around: FilterContext, selection: Selection): StoryStatus[] {
	if (selection.kind === 'ids') {
		const chosen = 'json_each(?) as asked cross join story on story.id = asked.value';
		// An id that is named twice is one story.
		return statusesOf(reader, `(select distinct story.* from ${chosen}) as story`, 'true', [
			JSON.stringify(selection.ids),
		]);
	}
	const source = sourceOf(reader, conditionsOf(selection.filter, around), 'story_updated');
	const where = joinConditions(source.conditions);
	const except = new Set(selection.except);
	const found = statusesOf(reader, source.sql, where.sql, [...source.parameters, ...where.parameters]);
	return except.size === 0 ? found : found.filter(({ id }) => !except.has(id));
}

function statusesOf(
	{ connection }: Reader,
	source: string,
	where: string,
	parameters: readonly Parameter[],
): StoryStatus[] {
	const rows = connection.texts(
		['story.id', 'story.status'],
		`from ${source} where ${where} order by story.updated desc, story.id desc`,
		parameters,
	);
	return rows.map((row) => ({ id: textAt(row, 0), status: statusOrder[numberAt(row, 1)] ?? 'draft' }));
}
