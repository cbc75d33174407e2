import type { Extensions } from '@tiptap/core';
import { editorBlocks } from '../blocks/index.ts';
import { ProofMarks } from '../proof/proof-marks.ts';
import { Suggestions } from '../suggest/suggestions.ts';
import { BlockIds } from './block-id/block-id.ts';
import { PlaceholderMarks } from './fields/placeholder-marks.ts';
import { StoryFieldMarks } from './fields/story-fields.ts';
import { StoryLimits } from './fields/story-limits.ts';
import { Headline } from './headline/headline.ts';
import { HistoryInput } from './history/history-input.ts';
import { CommandKeys } from './keys/command-keys.ts';
import { TextKeys } from './keys/text-keys.ts';
import { StoryKit } from './kit/story-kit.ts';
import { QuietLinks } from './link/quiet-links.ts';
import { EnterFields } from './media/enter-fields.ts';
import type { MediaOptions } from './media/media-options.ts';
import { DragNodes } from './move/drag-nodes.ts';
import { CleanPaste } from './paste/clean-paste.ts';
import { ClickBelow } from './selection/click-below.ts';
import { CursorOnFocus } from './selection/cursor-on-focus.ts';
import { FieldSelection } from './selection/field-selection.ts';
import { StayWithCursor } from './selection/stay-with-cursor.ts';
import { Standfirst } from './standfirst/standfirst.ts';
import { EmptiedStory } from './story/emptied-story.ts';
import { KeepDrawn } from './story/keep-drawn.ts';
import { StoryDocument } from './story/story.ts';
import { TypedTypography } from './typography/typed-typography.ts';

/** Everything that a story's document is made of, and how it is edited. */
export function storyExtensions(media: MediaOptions): Extensions {
	return [
		TextKeys,
		StoryDocument,
		KeepDrawn,
		EmptiedStory,
		Headline,
		Standfirst,
		...editorBlocks.flatMap((block) => block.extensions(media)),
		StoryKit,
		CleanPaste,
		BlockIds,
		CommandKeys,
		EnterFields,
		Suggestions,
		DragNodes,
		FieldSelection,
		CursorOnFocus,
		StayWithCursor,
		ClickBelow,
		StoryLimits,
		StoryFieldMarks,
		PlaceholderMarks,
		ProofMarks,
		HistoryInput,
		QuietLinks,
		TypedTypography,
	];
}
