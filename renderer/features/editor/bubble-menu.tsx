import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { Check, Unlink } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { safeHref } from '#shared/model/url.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import './mark-menu.css';
import { commandProps } from './commands/command-props.ts';
import { markCommands, takesMarks } from './commands/mark-commands.ts';

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
	const now = useEditorState({
		editor,
		selector: () =>
			markCommands.map((command) => ({ isOn: editor.isActive(command.mark), reason: command.disabledReason(editor) })),
	});
	// The key may be pressed before the menu is shown.
	const field = useRef<HTMLInputElement>(null);
	return (
		<BubbleMenu
			editor={editor}
			className="mark-menu"
			updateDelay={80}
			options={{ placement: 'top', offset: 8, flip: true, shift: { padding: 8 }, onShow: () => field.current?.focus() }}
			shouldShow={({ state: { selection }, editor: { isEditable }, view, element }) =>
				isEditable &&
				(view.hasFocus() || element.contains(document.activeElement)) &&
				selection instanceof TextSelection &&
				!selection.empty &&
				takesMarks(selection.$from)
			}
		>
			{linking ? (
				<LinkForm key={editor.state.selection.from} editor={editor} field={field} onDone={() => onLinking(false)} />
			) : (
				<div role="toolbar" aria-label="Marks" className="mark-buttons">
					{markCommands.map((command, index) => (
						<IconButton
							key={command.id}
							{...commandProps(command, now[index]?.reason)}
							aria-pressed={now[index]?.isOn ?? false}
							preventFocusOnPress
							onPress={() => void command.run(editor)}
						/>
					))}
				</div>
			)}
		</BubbleMenu>
	);
}

function LinkForm({
	editor,
	field,
	onDone,
}: {
	editor: Editor;
	field: RefObject<HTMLInputElement | null>;
	onDone: () => void;
}) {
	const given: unknown = editor.getAttributes('link').href;
	const [href, setHref] = useState(typeof given === 'string' ? given : '');
	const [refused, setRefused] = useState(false);
	useEffect(() => field.current?.focus(), [field]);
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
