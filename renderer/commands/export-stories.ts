import type { Command } from './command.ts';

/** Opens the dry run of an export. */
export const exportStories: Command = {
	id: 'export.open',
	label: 'Export',
	keywords: ['publish', 'JSON', 'site'],
	shortcut: 'Mod+Shift+E',
	enabled: () => true,
	run: ({ workspace }) => {
		const { active } = workspace.getState();
		workspace.change({
			dialog: { kind: 'export', scope: active === null ? { kind: 'all' } : { kind: 'one', id: active } },
		});
	},
};
