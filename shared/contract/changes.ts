import { z } from 'zod';
import { type BulkReport, StoryChange } from './bulk.ts';
import { ReferenceChange } from './references.ts';

/** A change of many stories: of those that were chosen, or of all that carry a name. */
export const ManyChange = z.union([StoryChange, ReferenceChange]);
export type ManyChange = z.output<typeof ManyChange>;

const ofStories: ReadonlySet<string> = new Set(StoryChange.options.map(({ shape }) => shape.kind.value));

/** Whether it changes the stories that were chosen, and not all that carry a name. */
export function isStoryChange(change: ManyChange): change is StoryChange {
	return ofStories.has(change.kind);
}

/** A change of many stories that can be undone. */
export interface DoneChange {
	/** What `articles.undoChange` takes. */
	readonly undo: string;
	readonly change: ManyChange;
	/** When it was begun, ISO 8601. */
	readonly at: string;
	readonly stories: number;
}

/** What came of a change, or of its undoing, that was cut off and went on when the newsroom was opened again. */
export interface ContinuedChange {
	readonly change: ManyChange;
	readonly isUndo: boolean;
	readonly report: BulkReport;
}
