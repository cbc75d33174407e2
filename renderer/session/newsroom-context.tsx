import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { NewsroomState } from '#shared/contract/newsroom.ts';
import { type Category, categoriesBySlug, categoryPath } from '#shared/model/category.ts';

/** The state of a newsroom that is open. */
export type OpenNewsroom = Extract<NewsroomState, { kind: 'open' }>;

/** The open newsroom, as every part of the desk reads it. */
export interface NewsroomView {
	readonly state: OpenNewsroom;
	/** The category with this slug; undefined when it is not in the taxonomy. */
	category(slug: string): Category | undefined;
	/** From the top of the tree down to this category; empty for a slug that is not in the taxonomy. */
	categoryPath(slug: string): readonly Category[];
	/** What a category is called; its slug when it is not in the taxonomy. */
	categoryLabel(slug: string): string;
}

const NewsroomContext = createContext<NewsroomView | null>(null);

/** Gives the open newsroom to everything below. */
export function NewsroomProvider({ state, children }: { state: OpenNewsroom; children: ReactNode }) {
	const view = useMemo<NewsroomView>(() => {
		const bySlug = categoriesBySlug(state.categories);
		return {
			state,
			category: (slug) => bySlug.get(slug),
			categoryPath: (slug) => categoryPath(bySlug, slug),
			categoryLabel: (slug) => bySlug.get(slug)?.label ?? slug,
		};
	}, [state]);
	return <NewsroomContext value={view}>{children}</NewsroomContext>;
}

/** The open newsroom; only below a `NewsroomProvider`. */
export function useNewsroom(): NewsroomView {
	const view = useContext(NewsroomContext);
	if (view === null) throw new Error('useNewsroom is used outside of a NewsroomProvider');
	return view;
}
