import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { IconButton } from '../../ui/controls/button.tsx';
import './mark-menu.css';
import { commandProps } from './commands/command-props.ts';
import { markCommands, takesMarks } from './commands/mark-commands.ts';

/** The marks of the selected words, shown above them. */
export function MarkMenu({ editor }: { readonly editor: Editor }) {
	const now = useEditorState({
		editor,
		selector: () =>
			markCommands.map((command) => ({ isOn: editor.isActive(command.mark), reason: command.disabledReason(editor) })),
	});
	return (
		<BubbleMenu
			editor={editor}
			className="mark-menu"
			updateDelay={80}
			options={{ placement: 'top', offset: 8, flip: true, shift: { padding: 8 } }}
			shouldShow={({ state: { selection }, editor: { isEditable }, view, element }) =>
				isEditable &&
				(view.hasFocus() || element.contains(document.activeElement)) &&
				selection instanceof TextSelection &&
				!selection.empty &&
				takesMarks(selection.$from)
			}
		>
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
		</BubbleMenu>
	);
}
