import { ListChecks } from 'lucide-react';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { insertKeyPoints } from './insert-key-points.ts';
import { KeyPoint, KeyPoints } from './key-points.ts';

export const keyPoints: EditorBlock = {
	extensions: () => [KeyPoints, KeyPoint],
	commands: [
		textCommand({
			id: 'block.keyPoints',
			keywords: ['summary', 'bullets', 'box'],
			label: 'Key points',
			icon: ListChecks,
			at: ['button', 'handle'],
			run: insertKeyPoints,
		}),
	],
	placeholders: { keyPoint: 'Key point' },
};
