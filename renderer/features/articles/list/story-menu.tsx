import { FileText, Send, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { DeskCommandId } from '#shared/commands/desk-commands.ts';
import type { ArticleSummary, ListedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { MenuAt, type MenuEntry } from '../../../ui/overlays/menu.tsx';

/** The command that the list's Delete key means. */
export const trashCommand: DeskCommandId = 'story.trash';

export interface StoryMenuProps {
	/** The story it was opened on; null while it is closed. */
	readonly story: ListedStory | null;
	/** How many stories it is for: that one, or all that are chosen. */
	readonly count: number;
	readonly place: { readonly x: number; readonly y: number } | null;
	readonly onClose: () => void;
	readonly onOpen: (id: ArticleId) => void;
	/** What else can be done with that story. */
	readonly menuOf: (story: ArticleSummary) => readonly MenuEntry[];
	readonly onCommand: (id: string, story: ArticleSummary) => void;
	readonly onTrashSelected: () => void;
	readonly onExportSelected: () => void;
}

/** The context menu of a story in the list, or of all that are chosen. */
export function StoryMenu(props: StoryMenuProps) {
	const { story, count, place } = props;
	const { locale } = useNewsroom().state.newsroom;
	const anchor = useRef<HTMLSpanElement>(null);
	const many = `${count.toLocaleString(locale)} stories`;
	return (
		<>
			<span
				ref={anchor}
				aria-hidden="true"
				style={{
					position: 'fixed',
					left: place?.x ?? 0,
					top: place?.y ?? 0,
					width: 1,
					height: 1,
					pointerEvents: 'none',
				}}
			/>
			<MenuAt
				anchor={anchor}
				isOpen={story !== null}
				onClose={props.onClose}
				label={count > 1 ? many : 'Story'}
				groups={
					count > 1
						? [
								{ entries: [{ id: 'export-selected', label: `Export ${many}…`, icon: Send }] },
								{
									entries: [
										{ id: 'trash-selected', label: `Move ${many} to the trash`, icon: Trash2, shortcut: 'Delete' },
									],
								},
							]
						: [
								{ entries: [{ id: 'open', label: 'Open', icon: FileText, shortcut: 'Enter' }] },
								{
									entries: (story === null ? [] : props.menuOf(story)).map((entry) =>
										entry.id === trashCommand ? { ...entry, shortcut: 'Delete' } : entry,
									),
								},
							]
				}
				onAction={(action) => {
					if (action === 'export-selected') props.onExportSelected();
					else if (action === 'trash-selected') props.onTrashSelected();
					else if (story === null) return;
					else if (action === 'open') props.onOpen(story.id);
					else props.onCommand(action, story);
				}}
			/>
		</>
	);
}
