import type { Extensions } from '@tiptap/core';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import { BlockIds } from './block-id/block-id.ts';
import { Bold } from './bold/bold.ts';
import { Code } from './code/code.ts';
import { Divider } from './divider/divider.ts';
import { Embed } from './embed/embed.ts';
import { StoryFieldMarks } from './fields/story-fields.ts';
import { StoryLimits } from './fields/story-limits.ts';
import { StoryGallery } from './gallery/gallery.ts';
import { Headline } from './headline/headline.ts';
import { StoryHistory } from './history/history.ts';
import { StoryImage } from './image/image.ts';
import { Italic } from './italic/italic.ts';
import { KeyPoint, KeyPoints } from './key-points/key-points.ts';
import { Link } from './link/link.ts';
import { JoinNestedLists } from './list/join-nested-lists.ts';
import { BulletList, ListItem, OrderedList } from './list/list.ts';
import type { MediaOptions } from './media/media-options.ts';
import { DragNodes } from './move/drag-nodes.ts';
import { MoveBlocks } from './move/move-blocks.ts';
import { Paragraph } from './paragraph/paragraph.ts';
import { CleanPaste } from './paste/clean-paste.ts';
import { Attribution, Pullquote, Quote, QuoteText } from './quote/quote.ts';
import { ClickBelow } from './selection/click-below.ts';
import { FieldSelection } from './selection/field-selection.ts';
import { Standfirst } from './standfirst/standfirst.ts';
import { StoryDocument, Text } from './story/story.ts';
import { Strike } from './strike/strike.ts';
import { Sub } from './sub/sub.ts';
import { Subhead } from './subhead/subhead.ts';
import { Sup } from './sup/sup.ts';
import { StoryTable, StoryTableCell, StoryTableRow } from './table/table.ts';

/** Everything that a story's document is made of, and how it is edited. */
export function storyExtensions(media: MediaOptions): Extensions {
	return [
		StoryDocument,
		Text,
		Headline,
		Standfirst,
		Paragraph,
		Subhead,
		KeyPoints,
		KeyPoint,
		Quote,
		Pullquote,
		QuoteText,
		Attribution,
		BulletList,
		OrderedList,
		ListItem,
		StoryImage.configure(media),
		StoryGallery.configure(media),
		Embed,
		StoryTable,
		StoryTableRow,
		StoryTableCell,
		Divider,
		// The marks in canonical order, outermost first.
		Link,
		Bold,
		Italic,
		Code,
		Sub,
		Sup,
		Strike,
		CleanPaste,
		BlockIds,
		JoinNestedLists,
		MoveBlocks,
		DragNodes,
		FieldSelection,
		ClickBelow,
		StoryLimits,
		StoryFieldMarks,
		StoryHistory,
		Gapcursor,
		Dropcursor.configure({ class: 'story-dropcursor', color: false, width: 2 }),
	];
}
