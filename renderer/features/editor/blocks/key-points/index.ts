import { ListChecks } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { insertKeyPoints } from './insert-key-points.ts';
import { KeyPoint, KeyPoints } from './key-points.ts';

export const keyPoints: EditorBlock = {
	extensions: () => [KeyPoints, KeyPoint],
	actions: [{ id: 'keyPoints', label: 'Key points', icon: ListChecks, at: ['button', 'handle'], run: insertKeyPoints }],
	placeholders: { keyPoint: 'Key point' },
};
