import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import {
	ChevronDown,
	Ellipsis,
	GalleryHorizontal,
	ImagePlus,
	ListChecks,
	Quote,
	Redo2,
	Table,
	Undo2,
} from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Separator, Toolbar } from 'react-aria-components';
import { pictureTypes } from '../../desk/add-picture.ts';
import type { StorySession } from '../../desk/story-session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { currentText, dividerAction, embedIcon, textActions } from './block-actions.ts';
import { EmbedDialog } from './embed-dialog.tsx';
import { insertKeyPoints, insertQuote, insertTable } from './insert-block.ts';
import { shownKeys } from './shown-keys.ts';

export interface StoryToolbarProps {
	readonly session: StorySession;
	/** Adds image files where the cursor is. */
	readonly onPictures: (files: readonly File[], asGallery: boolean) => void;
	readonly actions?: ReactNode;
}

/** The buttons above the story. */
export function StoryToolbar({ session, onPictures, actions }: StoryToolbarProps) {
	const { editor } = session;
	const files = useRef<HTMLInputElement>(null);
	const asGallery = useRef(false);
	const [embedding, setEmbedding] = useState(false);
	const now = useEditorState({
		editor,
		selector: ({ editor: { state, isEditable } }) => ({
			canUndo: undoDepthOf(state, 'undo'),
			canRedo: undoDepthOf(state, 'redo'),
			text: currentText(editor),
			isEditable,
		}),
	});
	const choosePictures = (gallery: boolean) => {
		asGallery.current = gallery;
		files.current?.click();
	};
	const readOnly = now.isEditable ? undefined : 'This story can only be read.';
	const undoReason = now.canUndo ? undefined : 'Nothing to undo.';
	const redoReason = now.canRedo ? undefined : 'Nothing to redo.';
	const disabled = (reason: string | undefined) => (reason === undefined ? {} : { disabledReason: reason });
	const more = (id: string) => {
		if (id === 'embed') setEmbedding(true);
		else if (id === 'gallery') choosePictures(true);
		else if (id === 'divider') dividerAction.run(editor);
		else textActions.find((action) => action.id === id)?.run(editor);
	};

	return (
		<div className="story-toolbar">
			<Toolbar aria-label="Story tools" className="story-tools">
				<IconButton
					icon={Undo2}
					label="Undo"
					shortcut={shownKeys('Mod+Z')}
					{...disabled(undoReason)}
					onPress={() => editor.chain().focus().undo().run()}
				/>
				<IconButton
					icon={Redo2}
					label="Redo"
					shortcut={shownKeys('Mod+Shift+Z')}
					{...disabled(redoReason)}
					onPress={() => editor.chain().focus().redo().run()}
				/>
				<Separator orientation="vertical" className="story-tools-line" />
				<MenuButton
					label="Kind of text"
					groups={[
						{
							entries: textActions.map(({ id, label, icon, shortcut }) => ({
								id,
								label,
								icon,
								shortcut,
								checked: id === now.text.id,
							})),
						},
					]}
					onAction={more}
				>
					<Button className="story-kind" aria-label={`Kind of text: ${now.text.label}`} {...disabled(readOnly)}>
						{now.text.label}
						<Icon of={ChevronDown} />
					</Button>
				</MenuButton>
				<IconButton
					icon={ListChecks}
					label="Key points"
					{...disabled(readOnly)}
					onPress={() => insertKeyPoints(editor)}
				/>
				<IconButton icon={ImagePlus} label="Picture" {...disabled(readOnly)} onPress={() => choosePictures(false)} />
				<IconButton icon={Quote} label="Quote" {...disabled(readOnly)} onPress={() => insertQuote(editor, 'quote')} />
				<IconButton icon={Table} label="Table" {...disabled(readOnly)} onPress={() => insertTable(editor)} />
				<MenuButton
					label="More blocks"
					groups={[
						{
							entries: [
								...textActions
									.filter(({ id }) => id === 'bulletList' || id === 'orderedList' || id === 'pullquote')
									.map(({ id, label, icon, shortcut }) => ({ id, label, icon, shortcut })),
								{ id: 'gallery', label: 'Gallery', icon: GalleryHorizontal },
								{ id: 'embed', label: 'Embed', icon: embedIcon },
								{ id: 'divider', label: 'Divider', icon: dividerAction.icon },
							],
						},
					]}
					onAction={more}
				>
					<IconButton icon={Ellipsis} label="More blocks" {...disabled(readOnly)} />
				</MenuButton>
			</Toolbar>
			<div className="story-actions">{actions}</div>
			<input
				ref={files}
				type="file"
				accept={pictureTypes.join()}
				multiple
				hidden
				aria-label="Picture files"
				onChange={(event) => {
					onPictures([...(event.target.files ?? [])], asGallery.current);
					event.target.value = '';
				}}
			/>
			<EmbedDialog editor={editor} isOpen={embedding} onClose={() => setEmbedding(false)} />
		</div>
	);
}

function undoDepthOf(state: Parameters<typeof undoDepth>[0], way: 'undo' | 'redo'): boolean {
	return (way === 'undo' ? undoDepth(state) : redoDepth(state)) > 0;
}
