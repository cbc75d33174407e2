import type { Extensions } from '@tiptap/core';
import { BlockIds } from './block-id/block-id.ts';
import { Divider } from './divider/divider.ts';
import { Embed } from './embed/embed.ts';
import { StoryFieldMarks } from './fields/story-fields.ts';
import { StoryLimits } from './fields/story-limits.ts';
import { StoryGallery } from './gallery/gallery.ts';
import { Headline } from './headline/headline.ts';
import { HistoryInput } from './history/history-input.ts';
import { StoryImage } from './image/image.ts';
import { KeyPoint, KeyPoints } from './key-points/key-points.ts';
import { StoryKit } from './kit/story-kit.ts';
import { QuietLinks } from './link/quiet-links.ts';
import { JoinNestedLists } from './list/join-nested-lists.ts';
import { OrderedList } from './list/ordered-list.ts';
import type { MediaOptions } from './media/media-options.ts';
import { DragNodes } from './move/drag-nodes.ts';
import { MoveBlocks } from './move/move-blocks.ts';
import { CleanPaste } from './paste/clean-paste.ts';
import { Attribution, Pullquote, Quote, QuoteText } from './quote/quote.ts';
import { ClickBelow } from './selection/click-below.ts';
import { FieldSelection } from './selection/field-selection.ts';
import { Standfirst } from './standfirst/standfirst.ts';
import { EmptiedStory } from './story/emptied-story.ts';
import { KeepDrawn } from './story/keep-drawn.ts';
import { PutOff } from './story/put-off.ts';
import { StoryDocument } from './story/story.ts';
import { Subhead } from './subhead/subhead.ts';
import { StoryTable, StoryTableCell, StoryTableRow } from './table/table.ts';

/** Everything that a story's document is made of, and how it is edited. */
export function storyExtensions(media: MediaOptions): Extensions {
	return [
		StoryDocument,
		KeepDrawn,
		PutOff,
		EmptiedStory,
		Headline,
		Standfirst,
		Subhead,
		KeyPoints,
		KeyPoint,
		Quote,
		Pullquote,
		QuoteText,
		Attribution,
		StoryKit,
		OrderedList,
		StoryImage.configure(media),
		StoryGallery.configure(media),
		Embed,
		StoryTable,
		StoryTableRow,
		StoryTableCell,
		Divider,
		CleanPaste,
		BlockIds,
		JoinNestedLists,
		MoveBlocks,
		DragNodes,
		FieldSelection,
		ClickBelow,
		StoryLimits,
		StoryFieldMarks,
		HistoryInput,
		QuietLinks,
	];
}
