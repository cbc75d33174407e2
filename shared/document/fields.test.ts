import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Article } from '../model/article.ts';
import { PublishableArticle } from '../model/publishable.ts';
import { articleArbitrary } from '../model/testing/article-arbitrary.ts';
import { diffFields } from './diff/diff-fields.ts';
import { articleFields, fieldAt, fieldNames, inSentence } from './fields.ts';

test('the table has the fields of the format in the order of the file', () => {
	expect(fieldNames).toEqual(Object.keys(Article.shape));
});

test('exactly the fields of the published schema are published; notes are not', () => {
	const published = fieldNames.filter((name) => articleFields[name].isPublished);
	expect(published).toEqual(fieldNames.filter((name) => name in PublishableArticle.shape));
	expect(published).not.toContain('notes');
});

test('no two fields have the same name', () => {
	const labels = fieldNames.map((name) => articleFields[name].label);
	expect(new Set(labels).size).toBe(labels.length);
});

test('whatever differs between two stories has a name, and is in the order of the file', () => {
	fc.assert(
		fc.property(articleArbitrary, articleArbitrary, (before, after) => {
			const places = diffFields(before, after).map(({ field }) => {
				const { label, name } = fieldAt(field);
				expect(label).not.toBe('');
				return fieldNames.indexOf(name);
			});
			expect(places).toEqual([...places].sort((a, b) => a - b));
		}),
	);
});

test('a part is called by its field and its own name', () => {
	expect(fieldAt('leadImage.alt').label).toBe('Lead picture, alt text');
	expect(fieldAt('dates.scheduled')).toMatchObject({ name: 'dates', part: 'scheduled', words: 'moment' });
	expect(inSentence(articleFields.leadImage.label)).toBe('lead picture');
});
