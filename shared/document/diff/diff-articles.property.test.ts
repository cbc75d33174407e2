import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { serializeInlineHtml } from '../../model/inline-html.ts';
import { articleArbitrary, inlineHtmlArbitrary } from '../../model/testing/article-arbitrary.ts';
import { applyEdits, editScript } from '../merge/testing/edit-script.ts';
import { diffArticles } from './diff-articles.ts';
import { diffSequences } from './diff-sequences.ts';
import { diffText } from './diff-text.ts';
import { sidesOfPieces } from './testing/sides-of-pieces.ts';

const runs = { numRuns: runsOf({ short: 250, long: 1_000 }) };

test('the pieces of a comparison hold both texts whole, with marks and links', () => {
	fc.assert(
		fc.property(inlineHtmlArbitrary, inlineHtmlArbitrary, (before, after) => {
			const sides = sidesOfPieces(diffText(before, after, 'inline'));
			expect(serializeInlineHtml(sides.before)).toBe(before);
			expect(serializeInlineHtml(sides.after)).toBe(after);
		}),
		runs,
	);
});

test('a comparison holds both versions of the story, and is empty for one and the same', () => {
	fc.assert(
		fc.property(articleArbitrary, editScript('new'), (before, edits) => {
			const after = applyEdits(before, edits);
			expect(diffArticles(before, structured(before)).isEmpty).toBe(true);
			const { blocks, keyPoints, isEmpty, fields } = diffArticles(before, after);
			expect(
				blocks.flatMap((each) => (each.kind === 'removed' ? [] : [each.kind === 'changed' ? each.after : each.block])),
			).toEqual(after.body);
			const old = blocks.flatMap((each) =>
				each.kind === 'added'
					? []
					: [each.kind === 'changed' || each.kind === 'moved' ? each.before.id : each.block.id],
			);
			if (blocks.every((each) => each.kind !== 'same' || before.body.some((block) => block.id === each.block.id))) {
				expect([...old].sort()).toEqual(before.body.map((block) => block.id).sort());
			}
			expect(
				keyPoints.flatMap((each) =>
					each.kind === 'removed' ? [] : [each.kind === 'changed' ? each.after : each.point],
				),
			).toEqual(after.keyPoints);
			for (const change of blocks) {
				if (change.kind !== 'changed') continue;
				for (const part of change.parts) {
					if (part.kind !== 'text') continue;
					const sides = sidesOfPieces(part.pieces);
					const write =
						part.part === 'html'
							? serializeInlineHtml
							: (written: typeof sides.after) => written.map((run) => run.text).join('');
					expect(write(sides.before)).toBe(part.before);
					expect(write(sides.after)).toBe(part.after);
				}
			}
			if (isEmpty) expect({ ...after, body: [] }).toEqual({ ...before, body: [] });
			for (const change of fields) expect(change.before).not.toEqual(change.after);
		}),
		runs,
	);
});

test('what differs, put in the place of what was, gives the other sequence', () => {
	const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
	fc.assert(
		fc.property(items, items, (before, after) => {
			const built: string[] = [];
			let at = 0;
			for (const hunk of diffSequences(before, after)) {
				built.push(...before.slice(at, hunk.beforeFrom), ...after.slice(hunk.afterFrom, hunk.afterTo));
				at = hunk.beforeTo;
			}
			expect([...built, ...before.slice(at)]).toEqual(after);
		}),
		runs,
	);
});

const structured = <T>(value: T): T => JSON.parse(JSON.stringify(value));
