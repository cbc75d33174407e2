import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ChevronDown, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Separator, Toolbar } from 'react-aria-components';
import { commandEntry } from '../../ui/command-entry.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/overlays/menu.tsx';
import { blockCommandsAt } from './blocks/index.ts';
import { commandProps } from './commands/command-props.ts';
import { redo, undo } from './commands/history-commands.ts';
import type { TextCommand } from './commands/text-command.ts';
import { currentText } from './current-text.ts';

const history = [undo, redo];
const kinds = blockCommandsAt('kind');
const buttons = blockCommandsAt('button');
const more = blockCommandsAt('more');
const shown = [...new Set([...history, ...kinds, ...buttons, ...more])];

/** The buttons above the story. */
export function StoryToolbar({ editor, actions }: { editor: Editor; actions?: ReactNode }) {
	const now = useEditorState({
		editor,
		selector: () => ({
			text: currentText(editor),
			isEditable: editor.isEditable,
			// Drawn again with whatever speaks against one of its commands.
			reasons: Object.fromEntries(shown.map((command) => [command.id, command.disabledReason(editor)])),
		}),
	});
	const readOnly = now.isEditable ? undefined : 'This story can only be read.';
	const run = (id: string) => void shown.find((command) => command.id === id)?.run(editor);
	const button = (command: TextCommand) => (
		<IconButton
			key={command.id}
			{...commandProps(command, now.reasons[command.id])}
			onPress={() => void command.run(editor)}
		/>
	);
	return (
		<div className="story-toolbar">
			<Toolbar aria-label="Story tools" className="story-tools">
				{history.map(button)}
				<Separator orientation="vertical" className="story-tools-line" />
				<MenuButton
					label="Kind of text"
					groups={[
						{
							entries: kinds.map((command) => ({
								...commandEntry(command, editor),
								checked: command.id === now.text.id,
							})),
						},
					]}
					onAction={run}
				>
					<Button className="story-kind" aria-label={`Kind of text: ${now.text.label}`} disabledReason={readOnly}>
						{now.text.label}
						<Icon of={ChevronDown} />
					</Button>
				</MenuButton>
				{buttons.map(button)}
				<MenuButton
					label="More blocks"
					groups={[{ entries: more.map((command) => commandEntry(command, editor)) }]}
					onAction={run}
				>
					<IconButton icon={Ellipsis} label="More blocks" disabledReason={readOnly} />
				</MenuButton>
			</Toolbar>
			<div className="story-actions">{actions}</div>
		</div>
	);
}
