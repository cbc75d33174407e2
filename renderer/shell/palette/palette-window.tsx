import { useState } from 'react';
import { flushSync } from 'react-dom';
import { menuLabel } from '#shared/commands/desk-commands.ts';
import { allCommands } from '../../commands/all-commands.ts';
import { runCommand } from '../../commands/use-commands.ts';
import { openPalette } from '../../commands/window/open-palette.ts';
import { noFilter } from '../../features/articles/filter/list-filter.ts';
import { allStories } from '../../features/articles/list/list-view.ts';
import { Palette } from '../../features/palette/palette.tsx';
import type { PaletteChoice, PaletteEntry } from '../../features/palette/palette-entry.ts';
import { afterDrawing } from '../../ui/after-drawing.ts';
import { shownKeys } from '../../ui/command-entry.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWorkspace } from '../workspace/use-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceState } from '../workspace/workspace-state.ts';

export interface PaletteWindowProps {
	/** Goes to the list of stories, which then shows this. */
	readonly onList: (list: Pick<WorkspaceState, 'view'> & Partial<Pick<WorkspaceState, 'filter'>>) => void;
}

/** The palette, connected to the desk. */
export function PaletteWindow({ onList }: PaletteWindowProps) {
	const workspace = useWorkspace();
	// As they were when it was opened, so that nothing moves while it is read.
	const [commands] = useState(() => commandEntries(workspace));
	const [recent] = useState(() => workspace.getState().preferences.usedLately[workspace.newsroomPath] ?? []);
	const [before] = useState(() => document.activeElement);
	const close = () => workspace.change({ dialog: null });

	const choose = (choice: PaletteChoice) => {
		// At once, so that the letter typed next is where it belongs.
		flushSync(close);
		focusAgain(before, workspace);
		workspace.noteUsed(choice);
		switch (choice.kind) {
			case 'story':
				void workspace.openStory(choice.id).then((opened) => {
					// Where it is written, once it is drawn.
					if (opened !== null) afterDrawing(() => opened.editor.view.focus());
				});
				break;
			case 'category':
				onList({ view: { kind: 'category', slug: choice.id } });
				break;
			case 'person':
				onList({ view: allStories, filter: { ...noFilter, author: choice.id } });
				break;
			case 'command': {
				const command = allCommands.find(({ id }) => id === choice.id);
				// As if its key had been pressed where the focus was.
				if (command !== undefined) runCommand(command, { workspace });
			}
		}
	};
	return <Palette commands={commands} recent={recent} onChoose={choose} onClose={close} />;
}

function focusAgain(element: Element | null, { activeSession }: Workspace): void {
	const view = activeSession?.editor.view;
	if (view?.dom === element) view?.focus();
	else if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

function commandEntries(workspace: Workspace): PaletteEntry[] {
	return allCommands
		.filter(({ id }) => id !== openPalette.id)
		.map((command) => ({
			kind: 'command',
			id: command.id,
			label: menuLabel(command),
			keywords: command.keywords,
			mark: <Icon of={command.icon} />,
			shortcut: shownKeys(command),
			disabledReason: command.disabledReason({ workspace }) ?? undefined,
		}));
}
