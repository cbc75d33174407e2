import { Replace } from 'lucide-react';
import { type Selection, StoryFilter } from '#shared/contract/articles.ts';
import { deskCommand } from '../command.ts';

/** Finds words in all stories and replaces them. */
export const replaceInStories = deskCommand('stories.replace', {
	icon: Replace,
	disabledReason: ({ workspace }) => workspace.getState().readOnly,
	run: ({ workspace }) => {
		const selection: Selection = { kind: 'filter', filter: StoryFilter.parse({}), except: [] };
		workspace.change({ dialog: { kind: 'replace', selection } });
	},
});
