import type { OpenedArticle } from '#shared/contract/articles.ts';
import type { Choice, Collision, FieldCollision } from '#shared/document/merge/collision.ts';
import { mergeArticles } from '#shared/document/merge/merge-articles.ts';
import { resolveCollision } from '#shared/document/merge/resolve-collision.ts';
import type { Article, Revision } from '#shared/model/article.ts';

/** How a story on the desk stands to its file. */
export interface Standing {
	/** The story as the file last known holds it. */
	readonly base: Article;
	readonly revision: Revision;
	/** Whether readers have an earlier version than the file. */
	readonly hasChanges: boolean;
	/** What both sides changed and nobody has decided yet; the story on the desk holds its own side. */
	readonly collisions: readonly Collision[];
}

/** How a story that holds what its file holds stands to it. */
export function standingAt({ article, revision, hasChanges }: Omit<OpenedArticle, 'path' | 'readOnly'>): Standing {
	return { base: article, revision, hasChanges, collisions: [] };
}

/** Merges what another made of the file into the story on the desk. Nothing of either side is let go. */
export function meetTheirs(
	standing: Standing,
	mine: Article,
	theirs: OpenedArticle,
): { readonly standing: Standing; readonly merged: Article } {
	const { merged, collisions } = mergeArticles(standing.base, mine, theirs.article);
	const renewed = new Set(collisions.map(({ id }) => id));
	const open = standing.collisions.filter(({ id }) => !renewed.has(id));
	return {
		standing: { ...standingAt(theirs), collisions: [...open, ...collisions] },
		merged,
	};
}

/** The collision with my side as it now is: writing goes on while it waits to be decided. */
export function withPresentSide(collision: Collision, article: Article): Collision {
	switch (collision.kind) {
		case 'field':
			return { ...collision, mine: article[collision.field] } as FieldCollision;
		case 'block':
			return { ...collision, mine: article.body.find(({ id }) => id === collision.where.block) ?? null };
		case 'keyPoint':
			return { ...collision, mine: article.keyPoints.find(({ id }) => id === collision.point) ?? null };
		case 'place':
			return collision;
	}
}

/** Decides the collisions with these ids, or all of them when `ids` is null. */
export function decideCollisions(
	standing: Standing,
	mine: Article,
	choice: Choice,
	ids: readonly string[] | null,
): { readonly standing: Standing; readonly merged: Article } {
	const isChosen = ({ id }: Collision) => ids === null || ids.includes(id);
	const merged = standing.collisions.filter(isChosen).reduce((article, collision) => {
		// Whoever takes the other side gives up the own one as it now is; every other choice keeps what was typed since.
		const seen = choice === 'theirs' ? withPresentSide(collision, article) : collision;
		return resolveCollision(article, seen, choice);
	}, mine);
	const collisions = standing.collisions.filter((collision) => !isChosen(collision));
	return { standing: { ...standing, collisions }, merged };
}
