import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleToDocument, documentToArticle } from '#shared/document/body/index.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { storyExtensions } from './story-extensions.ts';

const schema = getSchema(storyExtensions({ mediaUrl: (media) => media }));

test('every story goes through the editor’s real schema and comes back the same', () => {
	fc.assert(
		fc.property(articleArbitrary, (article) => {
			const node = Node.fromJSON(schema, articleToDocument(article));
			node.check();
			expect(documentToArticle(node.toJSON(), article)).toEqual(article);
		}),
		{ numRuns: runsOf({ short: 400, long: 2000 }) },
	);
}, 120_000);
