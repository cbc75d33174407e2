import { Save } from 'lucide-react';
import { deskCommand, whenReadOnly } from '../command.ts';

/** Saves the story in front at once. */
export const saveStory = deskCommand('story.save', {
	icon: Save,
	disabledReason: whenReadOnly,
	run: async ({ workspace }) => {
		await workspace.activeSession?.flush('explicit');
	},
});
