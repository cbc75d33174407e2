import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { ChevronDown, Ellipsis, Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Separator, Toolbar } from 'react-aria-components';
import { pictureTypes } from '../../desk/add-picture.ts';
import type { StorySession } from '../../desk/story-session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import type { BlockAction } from './blocks/editor-block.ts';
import { actionsAt, findAction } from './blocks/index.ts';
import { currentText } from './current-text.ts';
import { menuEntry } from './menu-entry.ts';
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
	const [asking, setAsking] = useState<BlockAction['Dialog'] | null>(null);
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
	const run = (id: string) => {
		const action = findAction(id);
		if (action?.Dialog === undefined) action?.run?.(editor, { choosePictures });
		else setAsking(() => action.Dialog ?? null);
	};
	const Asking = asking;

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
							entries: actionsAt('kind').map((action) => ({
								...menuEntry(action),
								checked: action.id === now.text.id,
							})),
						},
					]}
					onAction={run}
				>
					<Button className="story-kind" aria-label={`Kind of text: ${now.text.label}`} {...disabled(readOnly)}>
						{now.text.label}
						<Icon of={ChevronDown} />
					</Button>
				</MenuButton>
				{actionsAt('button').map(({ id, label, icon }) => (
					<IconButton key={id} icon={icon} label={label} {...disabled(readOnly)} onPress={() => run(id)} />
				))}
				<MenuButton label="More blocks" groups={[{ entries: actionsAt('more').map(menuEntry) }]} onAction={run}>
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
			{Asking ? <Asking editor={editor} onClose={() => setAsking(null)} /> : null}
		</div>
	);
}

function undoDepthOf(state: Parameters<typeof undoDepth>[0], way: 'undo' | 'redo'): boolean {
	return (way === 'undo' ? undoDepth(state) : redoDepth(state)) > 0;
}
