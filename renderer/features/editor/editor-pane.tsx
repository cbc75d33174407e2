import './editor.css';
import './story-head.css';
import './story-text.css';
import './story-cursor.css';
import type { Editor } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MediaPath } from '#shared/model/block.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import { textDirection } from '#shared/text/text-direction.ts';
import { useHost } from '../../host/host-context.tsx';
import { addPicture } from '../../session/add-picture.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { commandEntry } from '../../ui/command-entry.ts';
import { MenuAt } from '../../ui/overlays/menu.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { attachBlockHandle, type BlockHandle } from './block-handle.ts';
import { BlockMenu } from './block-menu.tsx';
import { insertPictures, newPicture } from './blocks/image/insert-pictures.ts';
import { blockCommandsAt } from './blocks/index.ts';
import { MarkMenu } from './bubble-menu.tsx';
import { useStoryTools } from './commands/use-story-tools.tsx';
import { setLimits } from './extensions/fields/story-limits.ts';
import { onPasted } from './extensions/paste/pasted.ts';
import { setTypography } from './extensions/typography/typed-typography.ts';
import { FindBar, selectedLine } from './find/find-bar.tsx';
import { HeaderLine } from './header-line.tsx';
import { LinkWindow } from './link/link-window.tsx';
import { useProofreader } from './proof/use-proofreader.tsx';
import { goToPlace, placeOf, type StoryPlace } from './story-place.ts';
import { SuggestionPopover } from './suggest/suggestion-popover.tsx';
import { takeDocuments } from './take-documents.ts';
import { takePasted } from './take-pasted.ts';
import { StoryToolbar } from './toolbar.tsx';

/** Kinds of text come first. */
const blockMenu = [...blockCommandsAt('kind'), ...blockCommandsAt('handle').filter(({ at }) => !at.includes('kind'))];

/** From so many blocks on, those out of sight are left out of the layout. */
const longStory = 150;

/** How far each story was scrolled when it was last in front. */
const scrolled = new WeakMap<Editor, StoryPlace | null>();

export interface EditorPaneProps {
	readonly session: StorySession;
	readonly preferences: Pick<Preferences, 'spelling' | 'houseStyle' | 'typography'>;
	/** Buttons at the far end of the toolbar, such as the preview's. */
	readonly actions?: ReactNode;
}

/** The story as it is written: its toolbar, and the sheet that it stands on. */
export function EditorPane(props: EditorPaneProps) {
	return <MountedEditor key={props.session.id} {...props} />;
}

function MountedEditor({ session, preferences, actions }: EditorPaneProps) {
	const { editor } = session;
	const host = useHost();
	const { limits } = useNewsroom().state.newsroom;
	const language = useField(session, 'language');
	const scroll = useRef<HTMLDivElement>(null);
	const sheet = useRef<HTMLDivElement>(null);
	const paper = useRef<HTMLDivElement>(null);
	const menuAnchor = useRef<HTMLElement>(null);
	const blockHandle = useRef<BlockHandle>(null);
	const [openMenu, setOpenMenu] = useState<'add' | 'block' | null>(null);
	const [linking, setLinking] = useState(false);
	const [finding, setFinding] = useState<{ readonly asked: number; readonly first: string } | null>(null);
	// As it was opened; a story that grows long meanwhile was quick until now.
	const [isLong] = useState(() => editor.state.doc.childCount > longStory);

	const addPictures = useCallback(
		async (files: readonly File[], take: (pictures: readonly MediaPath[]) => void) => {
			const added: MediaPath[] = [];
			for (const file of files) {
				const answer = await addPicture(host, file);
				if (answer.ok) added.push(answer.value);
				else showToast(answer.failure.message);
			}
			if (!editor.isDestroyed && added.length > 0) take(added);
		},
		[editor, host],
	);

	const tools = useStoryTools(editor, {
		onPictures: addPictures,
		onLink: useCallback(() => setLinking(true), []),
		onBlockMenu: useCallback(() => blockHandle.current?.openMenu(), []),
		onFind: useCallback(
			() =>
				setFinding((open) =>
					open === null ? { asked: 1, first: selectedLine(editor) } : { ...open, asked: open.asked + 1 },
				),
			[editor],
		),
	});

	// Before every passive effect below, because they need the editor on the page.
	useLayoutEffect(() => {
		const area = scroll.current;
		if (!paper.current || !area) return;
		editor.mount(paper.current);
		const endScrolling = goToPlace(editor, area, scrolled.get(editor) ?? null);
		// A new story waits for its headline; any other keeps the keyboard where it was.
		if (editor.isEditable && editor.state.doc.textContent === '' && editor.state.doc.childCount === 3)
			editor.view.focus();
		return () => {
			endScrolling();
			scrolled.set(editor, placeOf(editor, area));
			if (!editor.isDestroyed) editor.unmount();
		};
	}, [editor]);

	const proofMenu = useProofreader(session, scroll, preferences);

	useEffect(() => setLimits(editor, limits), [editor, limits]);
	useEffect(() => setTypography(editor, preferences.typography), [editor, preferences.typography]);

	useEffect(() => {
		const key = new PluginKey('droppedFiles');
		const take = (transfer: DataTransfer | null, slice: Slice, at: number | null) => {
			const files = [...(transfer?.files ?? [])];
			// Office programs put a picture of the words beside them; the words are what is meant.
			if (files.length === 0 || !editor.isEditable || slice.content.textBetween(0, slice.content.size) !== '')
				return false;
			const isPicture = (file: File) => file.type.startsWith('image/');
			const pictures = files.filter(isPicture);
			if (pictures.length > 0) void addPictures(pictures, (added) => insertPictures(editor, added.map(newPicture), at));
			const others = files.filter((file) => !isPicture(file));
			if (others.length > 0) void takeDocuments(editor, host, others, at);
			return true;
		};
		editor.registerPlugin(
			new Plugin({
				key,
				props: {
					handlePaste: (_view, event, slice) => take(event.clipboardData, slice, null),
					handleDrop: (view, event, slice, moved) => {
						if (moved) return false;
						const drop = view.posAtCoords({ left: event.clientX, top: event.clientY });
						const $drop = drop ? view.state.doc.resolve(drop.pos) : null;
						return take(
							event.dataTransfer,
							slice,
							$drop === null ? null : $drop.depth === 0 ? $drop.pos : $drop.after(1),
						);
					},
				},
			}),
		);
		return () => {
			if (!editor.isDestroyed) editor.unregisterPlugin(key);
		};
	}, [editor, host, addPictures]);

	useEffect(() => onPasted(editor, (pasted) => void takePasted(editor, host, pasted)), [editor, host]);

	useEffect(() => {
		if (!sheet.current) return;
		const handle = attachBlockHandle(editor, sheet.current, (menu, anchor) => {
			menuAnchor.current = anchor;
			anchor.setAttribute('aria-expanded', 'true');
			setOpenMenu(menu);
		});
		blockHandle.current = handle;
		return () => handle.end();
	}, [editor]);
	const closeMenu = () => {
		menuAnchor.current?.setAttribute('aria-expanded', 'false');
		setOpenMenu(null);
	};

	const stopLinking = useCallback(() => setLinking(false), []);
	useEffect(() => {
		editor.on('selectionUpdate', stopLinking);
		return () => {
			editor.off('selectionUpdate', stopLinking);
		};
	}, [editor, stopLinking]);

	return (
		<section className="editor-pane" aria-label="Story">
			<StoryToolbar editor={editor} actions={actions} />
			{tools}
			{finding === null ? null : <FindBar session={session} {...finding} onClose={() => setFinding(null)} />}
			<div ref={scroll} className="story-scroll">
				<div ref={sheet} className="story-sheet" dir={textDirection(language)} data-long={isLong ? '' : undefined}>
					<HeaderLine session={session} />
					<div ref={paper} className="story-paper" />
				</div>
			</div>
			<SuggestionPopover editor={editor} session={session} />
			{linking ? <LinkWindow editor={editor} session={session} onClose={stopLinking} /> : <MarkMenu editor={editor} />}
			{proofMenu}
			<MenuAt
				label="Add a block"
				anchor={menuAnchor}
				isOpen={openMenu === 'add'}
				onClose={closeMenu}
				groups={[{ entries: openMenu === 'add' ? blockMenu.map((command) => commandEntry(command, editor)) : [] }]}
				onAction={(id) => void blockMenu.find((command) => command.id === id)?.run(editor)}
			/>
			<BlockMenu editor={editor} anchor={menuAnchor} isOpen={openMenu === 'block'} onClose={closeMenu} />
		</section>
	);
}
