import { z } from 'zod';
import { type Article, CorrectionKind, CorrectionPriority } from '../../model/article.ts';
import { BlockId } from '../../model/block.ts';
import { Line } from '../../model/text.ts';

/** What the publication of changes is to readers: a fix that they are not told of, an update, or a note in words. */
export const ReaderNote = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('fix') }),
	z.strictObject({ kind: z.literal('update') }),
	z.strictObject({
		kind: CorrectionKind,
		text: Line.max(2000).refine((text) => text.trim() !== '', { error: 'must say something' }),
		priority: CorrectionPriority.default('normal'),
		/** The passage that it is about, where that is in the story. */
		block: BlockId.nullable().default(null),
	}),
]);
export type ReaderNote = z.output<typeof ReaderNote>;

/** All that it can be. */
export const readerNoteKinds: readonly ReaderNote['kind'][] = ['fix', 'update', ...CorrectionKind.options];

/** The story as readers get it with this note, at a moment in ISO 8601. */
export function withReaderNote(article: Article, note: ReaderNote, moment: string): Article {
	switch (note.kind) {
		case 'fix':
			return article;
		case 'update':
			return { ...article, dates: { ...article.dates, updateShown: moment } };
		case 'correction':
		case 'clarification': {
			const { kind, text, priority } = note;
			const block = article.body.some(({ id }) => id === note.block) ? note.block : null;
			return {
				...article,
				corrections: [...article.corrections, { kind, date: moment, text: text.trim(), block, priority }],
			};
		}
	}
}
