import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleToDocument } from '#shared/document/body/index.ts';
import { countEdits, textsOf } from '#shared/document/texts/edit-texts.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { makeFinder } from '#shared/text/find/make-finder.ts';
import { storyExtensions } from '../extensions/story-extensions.ts';
import { storyMatches } from './story-matches.ts';

const schema = getSchema(storyExtensions({ mediaUrl: (media) => media }));

test('what is found on the desk is what would be replaced, and stands where it is said to', async () => {
	const made = await makeFinder({ text: 'e', matchCase: true, wholeWord: false, isPattern: false });
	if ('problem' in made) throw new Error(made.problem);
	const { finder } = made;
	fc.assert(
		fc.property(articleArbitrary, (article) => {
			const doc = schema.nodeFromJSON(articleToDocument(article));
			// Key points without their box are not on the sheet.
			const isBoxed = article.body.some(({ type }) => type === 'keyPoints');
			const shown = isBoxed ? article : { ...article, keyPoints: [] };
			const texts = textsOf(shown);
			const matches = storyMatches(
				doc,
				texts.filter(({ isInField }) => isInField),
				finder,
				new WeakMap(),
			);
			expect(matches.length).toBe(countEdits(shown, ({ text }) => finder.replace(text, '')));
			for (const match of matches) {
				if (match.kind === 'text') expect(doc.textBetween(match.from, match.to)).toBe('e');
			}
		}),
		{ numRuns: runsOf({ short: 200, long: 3000 }) },
	);
});
