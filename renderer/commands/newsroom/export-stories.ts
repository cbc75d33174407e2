import { Send } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Opens the dry run of an export. */
export const exportStories = deskCommand('export.open', {
	icon: Send,
	disabledReason: () => null,
	run: ({ workspace }) => {
		const { active } = workspace.getState();
		workspace.change({
			dialog: { kind: 'export', scope: active === null ? { kind: 'all' } : { kind: 'one', id: active } },
		});
	},
});
