import { Copy, FileText, Send, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { ArticleSummary, ListedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { MenuAt } from '../../ui/menu.tsx';

export interface StoryMenuProps {
	/** The story it was opened on; null while it is closed. */
	readonly story: ListedStory | null;
	/** How many stories it is for: that one, or all that are chosen. */
	readonly count: number;
	readonly place: { readonly x: number; readonly y: number } | null;
	readonly onClose: () => void;
	readonly onOpen: (id: ArticleId) => void;
	readonly onTrash: (story: ArticleSummary) => void;
	readonly onDuplicate: (id: ArticleId) => void;
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
								{
									entries: [
										{ id: 'open', label: 'Open', icon: FileText, shortcut: 'Enter' },
										{ id: 'duplicate', label: 'Duplicate', icon: Copy },
									],
								},
								{ entries: [{ id: 'trash', label: 'Move to the trash', icon: Trash2, shortcut: 'Delete' }] },
							]
				}
				onAction={(action) => {
					if (action === 'export-selected') props.onExportSelected();
					else if (action === 'trash-selected') props.onTrashSelected();
					else if (story === null) return;
					else if (action === 'open') props.onOpen(story.id);
					else if (action === 'duplicate') props.onDuplicate(story.id);
					else props.onTrash(story);
				}}
			/>
		</>
	);
}
