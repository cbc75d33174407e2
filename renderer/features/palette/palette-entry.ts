import type { ReactNode } from 'react';
import type { Snippet } from '#shared/contract/articles.ts';

/** What the palette leads to. */
export type PaletteKind = 'story' | 'command' | 'category' | 'person';

/** What was chosen: a story or a command by its id, a category by its slug, a person by the name. */
export interface PaletteChoice {
	readonly kind: PaletteKind;
	readonly id: string;
}

/** One line of the palette. */
export interface PaletteEntry extends PaletteChoice {
	readonly label: string;
	/** Other words that somebody may look for; they are not shown. */
	readonly keywords: readonly string[];
	/** An icon or another mark before the label. */
	readonly mark: ReactNode;
	/** Quieter words behind the label. */
	readonly note?: string | undefined;
	/** The keys, as this computer's keyboard writes them. */
	readonly shortcut?: string | undefined;
	/** Why it cannot be chosen now; absent when it can. */
	readonly disabledReason?: string | undefined;
	/** Where else the core found what was typed, when it was the core that looked. */
	readonly found?: Snippet | null | undefined;
}

/** A name for what was chosen, to remember it by. */
export function choiceName({ kind, id }: PaletteChoice): string {
	return `${kind} ${id}`;
}
