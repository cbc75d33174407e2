import type { Selection, StoryFilter } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';

/** Stories chosen in the list: some by name, or all that the list finds but for a few. */
export type ListSelection =
	| { readonly kind: 'some'; readonly ids: ReadonlySet<ArticleId> }
	| { readonly kind: 'all'; readonly except: ReadonlySet<ArticleId> };

/** What an editor does to choose stories. */
export type SelectionStep =
	/** Adds a story or takes it out; the first one takes along the story that was just opened. */
	| { readonly kind: 'toggle'; readonly id: ArticleId; readonly from: ArticleId | null }
	/** Exactly these stories, as a range is. */
	| { readonly kind: 'range'; readonly ids: readonly ArticleId[] }
	| { readonly kind: 'all' }
	| { readonly kind: 'none' };

/** Nothing is chosen. */
export const noSelection: ListSelection = { kind: 'some', ids: new Set() };

/** The selection after a step. */
export function select(selection: ListSelection, step: SelectionStep): ListSelection {
	switch (step.kind) {
		case 'none':
			return noSelection;
		case 'all':
			return { kind: 'all', except: new Set() };
		case 'range':
			return { kind: 'some', ids: new Set(step.ids) };
		case 'toggle': {
			if (selection.kind === 'all') return { kind: 'all', except: toggled(selection.except, step.id) };
			const isFirst = selection.ids.size === 0 && step.from !== null && step.from !== step.id;
			return { kind: 'some', ids: toggled(isFirst ? new Set([step.from]) : selection.ids, step.id) };
		}
	}
}

/** Whether a story is chosen. */
export function isSelected(selection: ListSelection, id: ArticleId): boolean {
	return selection.kind === 'all' ? !selection.except.has(id) : selection.ids.has(id);
}

/** How many stories are chosen in a list of so many. */
export function selectedCount(selection: ListSelection, total: number): number {
	return selection.kind === 'all' ? Math.max(0, total - selection.except.size) : selection.ids.size;
}

/** The selection as the core takes it; null when nothing is chosen. */
export function asSelection(selection: ListSelection, filter: StoryFilter): Selection | null {
	if (selection.kind === 'all') return { kind: 'filter', filter, except: [...selection.except] };
	return selection.ids.size === 0 ? null : { kind: 'ids', ids: [...selection.ids] };
}

function toggled(ids: ReadonlySet<ArticleId | null>, id: ArticleId): Set<ArticleId> {
	const next = new Set<ArticleId>();
	for (const other of ids) if (other !== null && other !== id) next.add(other);
	if (!ids.has(id)) next.add(id);
	return next;
}
