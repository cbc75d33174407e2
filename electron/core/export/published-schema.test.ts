import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownBlocks } from '#shared/document/blocks/index.ts';
import type { Article } from '#shared/model/article.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import type { PublishableArticle } from '#shared/model/publishable.ts';
import { publishableJsonSchema, publishableSchemas } from '#shared/model/publishable-site.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { linkedStory } from '../articles/story-summary.ts';
import { correctionEntries, correctionsFile } from './formats/publishable-json/corrections-file.ts';
import { indexLine, indexPieces } from './formats/publishable-json/index-file.ts';
import { redirectsFile } from './formats/publishable-json/redirects-file.ts';
import { withdrawnText } from './formats/publishable-json/withdrawn-file.ts';
import { cardOf } from './link-card.ts';
import { hashOf } from './pictures.ts';
import { jsonText, publishableArticle } from './publishable-article.ts';
import { publishableTaxonomy } from './publishable-categories.ts';
import { publishableWithdrawal } from './withdrawn-stories.ts';

type SchemaName = keyof typeof publishableSchemas;
const names: readonly SchemaName[] = ['article', 'index', 'categories', 'withdrawn'];
const schemaFile = (name: SchemaName) => join(import.meta.dirname, '../../../content/schema', `${name}.schema.json`);

function validator(name: SchemaName): ValidateFunction {
	const ajv = new Ajv2020({ strict: true, allErrors: false });
	formats.default(ajv);
	return ajv.compile(JSON.parse(readFileSync(schemaFile(name), 'utf8')));
}

test.each(names)('content/schema/%s.schema.json is what the model says; `npm run schema` writes it', (name) => {
	const made = `${JSON.stringify(publishableJsonSchema(name), null, 2)}\n`;
	expect(readFileSync(schemaFile(name), 'utf8')).toBe(made);
	expect(JSON.parse(made)).toMatchObject({
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: `urn:galley:schema:${name}:1`,
	});
});

const newsroom = Newsroom.parse({
	$schema: 'urn:galley:newsroom:1',
	name: 'The Desk',
	siteUrl: 'https://desk.example',
});
const world = { slug: 'world', label: 'World', parent: null, colour: '#2456a6', uri: null };
const categories = [world, { slug: 'asia', label: 'Asia', parent: 'world', colour: null, uri: 'medtop:1' }];

const facts = () => ({ width: 4, height: 3, hash: 'a'.repeat(64) });

const ana = {
	name: 'Ana Ruiz',
	role: 'Reporter',
	email: 'ana@desk.example',
	page: 'https://desk.example/ana',
	picture: 'media/2025/03/ana.png',
	languages: ['en', 'pt-BR'],
};

/** Stories of every shape, made publishable. */
const published = articleArbitrary
	.filter((article) => shownBlocks(article.body).length > 0)
	.map((article): Article => {
		return {
			...article,
			status: article.status === 'withdrawn' ? 'ready' : article.status,
			categories: ['asia', 'world'],
		};
	})
	.map((article) =>
		publishableArticle(article, {
			newsroom,
			categories,
			people: [{ slug: article.byline[0]?.person ?? 'nobody', ...ana }],
			card: (id) => cardOf({ ...linkedStory(article), id, slug: 'linked', categories: ['world'] }, facts),
			facts,
		}),
	);

/** What is told of withdrawn stories of every shape; every other one is replaced by a story that is in the export. */
const withdrawn = articleArbitrary.map(({ id, slug, formerSlugs, withdrawal, dates }) =>
	publishableWithdrawal(
		{
			id,
			slug,
			formerSlugs,
			headline: '',
			revision: 'a'.repeat(64),
			withdrawal: withdrawal ?? { kind: 'unstated', note: '', replacedBy: null, date: dates.updated },
		},
		{
			newsroom,
			card: (other) =>
				other < 'F' ? { id: other, slug: 'new', headline: '', excerpt: '', categories: [], image: null } : null,
		},
	),
);

const validFiles: Record<SchemaName, fc.Arbitrary<unknown>> = {
	article: published,
	index: fc.array(published, { maxLength: 3 }).map((stories): unknown => JSON.parse(indexText(stories))),
	categories: fc.constant(publishableTaxonomy(categories)),
	corrections: fc
		.array(published, { maxLength: 3 })
		.map((stories): unknown => correctionsFile(stories.flatMap(correctionEntries))),
	withdrawn: fc.array(withdrawn, { maxLength: 3 }).map((stories): unknown => JSON.parse(withdrawnText(stories))),
	redirects: fc
		.array(published, { maxLength: 3 })
		.map((stories): unknown => redirectsFile(newsroom, stories, new Set())),
};

function indexText(stories: readonly PublishableArticle[]): string {
	return [...indexPieces(newsroom, stories.map(indexLine))].join('');
}

/** Changes one place of a JSON value: another value there, a key more, or one less. */
function damage(value: unknown, pick: () => number): unknown {
	const copy = structuredClone(value);
	let node = copy;
	for (let depth = 0; depth < 8; depth += 1) {
		if (typeof node !== 'object' || node === null) break;
		const keys = Object.keys(node);
		const key = keys[pick() % (keys.length + 1)];
		const holder = node as Record<string, unknown>;
		if (key === undefined) {
			if (!Array.isArray(node)) holder.surprise = 1;
			break;
		}
		const child = holder[key];
		if (typeof child === 'object' && child !== null && pick() % 4 > 0) {
			node = child;
			continue;
		}
		const others = [
			undefined,
			null,
			'',
			'x',
			'UPPER',
			'../..',
			'javascript:1',
			-1,
			0.5,
			2,
			1e300,
			true,
			[],
			{},
			[null],
		];
		const other = others[pick() % others.length];
		if (other === undefined && !Array.isArray(node)) delete holder[key];
		else holder[key] = other ?? null;
		break;
	}
	return JSON.parse(JSON.stringify(copy));
}

test.each(names)('the published schema and the check of the export accept and refuse the same %s', (name) => {
	const validate = validator(name);
	let refused = 0;
	fc.assert(
		fc.property(validFiles[name], fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (value, numbers) => {
			const whole = JSON.parse(JSON.stringify(value));
			expect(validate(whole), JSON.stringify(validate.errors)).toBe(true);
			const checked = publishableSchemas[name].safeParse(whole).data;
			expect(checked).toEqual(whole);
			// The export writes without this check, so its keys must stand in the schema's order by themselves.
			expect(JSON.stringify(checked)).toBe(JSON.stringify(value));
			let next = 0;
			const damaged = damage(whole, () => numbers[next++ % numbers.length] ?? 0);
			const verdict = validate(damaged);
			if (!verdict) refused += 1;
			expect(publishableSchemas[name].safeParse(damaged).success, JSON.stringify(damaged)).toBe(verdict);
		}),
		{ numRuns: 500 },
	);
	expect(refused).toBeGreaterThan(100);
});

test('the same stories come to the same files as ever; where they do not, raise `making` in as-before.ts', () => {
	// How many words a text has is for the platform to say, which counts them otherwise with each version.
	const uncounted = published.map((story) => ({ ...story, wordCount: 0, readingMinutes: 0 }));
	const stories = fc.sample(uncounted, { seed: 1, numRuns: 200 });
	expect(hashOf(JSON.stringify([stories.map(jsonText), indexText(stories)]))).toBe(
		'1819dc7089373cdae83f93b142bd30746b8891faf6c0db4202cb0489d5ef2350',
	);
});
