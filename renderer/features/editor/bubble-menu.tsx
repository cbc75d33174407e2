import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { Bold, Check, Code, Italic, Link, Strikethrough, Subscript, Superscript, Unlink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { safeHref } from '#shared/model/url.ts';
import { IconButton } from '../../ui/button.tsx';
import './mark-menu.css';
import { shownKeys } from './shown-keys.ts';

const marks = [
	{ name: 'bold', label: 'Bold', icon: Bold, shortcut: shownKeys('Mod+B') },
	{ name: 'italic', label: 'Italic', icon: Italic, shortcut: shownKeys('Mod+I') },
	{ name: 'link', label: 'Link', icon: Link, shortcut: shownKeys('Mod+K') },
	{ name: 'strike', label: 'Strikethrough', icon: Strikethrough, shortcut: shownKeys('Mod+Shift+X') },
	{ name: 'code', label: 'Code', icon: Code, shortcut: shownKeys('Mod+E') },
	{ name: 'sup', label: 'Superscript', icon: Superscript, shortcut: shownKeys('Mod+.') },
	{ name: 'sub', label: 'Subscript', icon: Subscript, shortcut: shownKeys('Mod+,') },
] as const;

/** The marks of the selected words, shown above them; the link's address is typed in the same place. */
export function MarkMenu({
	editor,
	linking,
	onLinking,
}: {
	editor: Editor;
	linking: boolean;
	onLinking: (on: boolean) => void;
}) {
	const active = useEditorState({
		editor,
		selector: () =>
			marks
				.filter(({ name }) => editor.isActive(name))
				.map(({ name }) => name)
				.join(),
	});
	const press = (name: string) => {
		if (name === 'link') onLinking(true);
		else editor.chain().focus().toggleMark(name).run();
	};
	return (
		<BubbleMenu
			editor={editor}
			className="mark-menu"
			updateDelay={80}
			options={{ placement: 'top', offset: 8, flip: true, shift: { padding: 8 } }}
			shouldShow={({ state, editor: { isEditable } }) =>
				isEditable && state.selection instanceof TextSelection && !state.selection.empty && takesMarks(editor)
			}
		>
			{linking ? (
				<LinkForm key={editor.state.selection.from} editor={editor} onDone={() => onLinking(false)} />
			) : (
				<div role="toolbar" aria-label="Marks" className="mark-buttons">
					{marks.map(({ name, label, icon, shortcut }) => (
						<IconButton
							key={name}
							icon={icon}
							label={label}
							shortcut={shortcut}
							aria-pressed={active.split(',').includes(name)}
							preventFocusOnPress
							onPress={() => press(name)}
						/>
					))}
				</div>
			)}
		</BubbleMenu>
	);
}

/** Whether the text with the cursor can hold marks; a headline cannot. */
export function takesMarks(editor: Editor): boolean {
	const { $from } = editor.state.selection;
	const { link } = editor.schema.marks;
	return link !== undefined && $from.parent.inlineContent && $from.parent.type.allowsMarkType(link);
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
	const given: unknown = editor.getAttributes('link').href;
	const [href, setHref] = useState(typeof given === 'string' ? given : '');
	const [refused, setRefused] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => field.current?.focus(), []);
	const close = () => {
		onDone();
		editor.commands.focus();
	};
	const apply = () => {
		const text = href.trim();
		if (text === '') {
			editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
			onDone();
			return;
		}
		// A bare domain is what people type; anything unsafe is refused, not repaired.
		const address = safeHref(text) ?? (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : null);
		if (address === null) {
			setRefused(true);
			return;
		}
		editor.chain().focus().extendMarkRange('link').setMark('link', { href: address }).run();
		onDone();
	};
	return (
		<div className="link-form" data-problem={refused ? '' : undefined}>
			<input
				ref={field}
				type="text"
				inputMode="url"
				dir="ltr"
				aria-label="Link address"
				aria-invalid={refused}
				placeholder="https://"
				value={href}
				onChange={(event) => {
					setRefused(false);
					setHref(event.target.value);
				}}
				onKeyDown={(event) => {
					if (event.key === 'Enter') {
						event.preventDefault();
						apply();
					} else if (event.key === 'Escape') {
						event.preventDefault();
						close();
					}
				}}
			/>
			<IconButton icon={Check} label="Set link" onPress={apply} />
			<IconButton
				icon={Unlink}
				label="Remove link"
				onPress={() => {
					editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
					onDone();
				}}
			/>
			{refused ? <span className="link-problem">A link begins with https://, mailto:, tel: or /.</span> : null}
		</div>
	);
}
