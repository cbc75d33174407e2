import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHtml } from '#shared/document/reading/html/read-html.ts';
import { withPictures } from '#shared/document/reading/take-pictures.ts';
import type { Block, ListItem } from '#shared/model/block.ts';
import { inlineText } from '#shared/model/inline-html.ts';

const folder = process.env.GALLEY_TEST_DATA;
const inputs = filesIn('ckeditor-paste').filter((path) => /^input\..*html$/.test(basename(path)));
const pastes = filesIn('koenig-lexical/paste').filter((path) => path.endsWith('.html'));
if (inputs.length === 0) console.log('Left out: pastes of Word and Google Docs, because GALLEY_TEST_DATA names none.');

function filesIn(name: string): string[] {
	const root = folder ? join(folder, name) : '';
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path));
}

describe.runIf(inputs.length > 0)('what Word and Google Docs put on the clipboard', () => {
	test.each(inputs.map((path) => [path.slice(folder?.length), path]))('%s', (_name, path) => {
		const model = readFileSync(modelOf(path), 'utf8');
		const { blocks } = withPictures(readHtml(readFileSync(path, 'utf8')), new Map());
		expect(listsOf(blocks)).toEqual(itemsOf(model));
		expect(linksIn(JSON.stringify(blocks))).toEqual(new Set(model.match(/(?<=linkHref=")[^"]*/g) ?? []));
		// Some of the inputs lost their spaces on the way.
		expect(lettersOf(blocks.map((block) => textsOf(block).join('')).join(''))).toBe(lettersOf(model));
		for (const [name, tag] of marks) {
			const expected = model.matchAll(new RegExp(`<\\$text[^>]*\\b${name}="true"[^>]*>([^<]*)<`, 'g'));
			const found = JSON.stringify(blocks).matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'));
			expect(together(found), name).toBe(together(expected));
		}
	});
});

describe.runIf(pastes.length > 0)('what writers paste into Ghost', () => {
	test.each(pastes.map((path) => [basename(path), path]))('%s', (_name, path) => {
		const html = readFileSync(path, 'utf8');
		const { blocks } = readHtml(html);
		const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
		expect(blocks.filter((block) => block.type === 'subhead')).toHaveLength(count(/<h[1-6]\b/g));
		expect(listsOf(blocks)).toHaveLength(count(/<li\b/g));
		expect(blocks.filter((block) => block.type === 'paragraph' && inlineText(block.html).trim() === '')).toEqual([]);
	});
});

/** `input.firefox.html` means what `model.html` says, or what `model.word2016.html` does for another one. */
function modelOf(input: string): string {
	const program = /word\d+/.exec(basename(input))?.[0];
	return join(dirname(input), program ? `model.${program}.html` : 'model.html');
}

interface Item {
	readonly depth: number;
	readonly ordered: boolean;
	readonly text: string;
}

function itemsOf(model: string): Item[] {
	return [...model.matchAll(/<listItem listIndent="(\d+)" listType="(\w+)"[^>]*>(.*?)<\/listItem>/gs)].map(
		([, depth, type, text = '']) => ({ depth: Number(depth), ordered: type === 'numbered', text: inlineText(text) }),
	);
}

function listsOf(blocks: readonly { readonly type: string }[]): Item[] {
	const flat = (items: readonly ListItem[], ordered: boolean, depth: number): Item[] =>
		items.flatMap((item) => [
			{ depth, ordered, text: inlineText(item.html) },
			...(item.children ? flat(item.children.items, item.children.ordered, depth + 1) : []),
		]);
	return (blocks as readonly Block[]).flatMap((block) =>
		block.type === 'list' ? flat(block.items, block.ordered, 0) : [],
	);
}

function textsOf(block: Block): string[] {
	if (block.type === 'list') return listsOf([block]).map(({ text }) => text);
	return 'html' in block ? [inlineText(block.html)] : [];
}

const marks = [
	['bold', 'strong'],
	['italic', 'em'],
	['strikethrough', 's'],
] as const;

function lettersOf(html: string): string {
	return inlineText(html.replace(/<[^>]*>/g, '')).replace(/\s/g, '');
}

function together(found: Iterable<RegExpMatchArray>): string {
	return [...found].map(([, words = '']) => lettersOf(words)).join('');
}

function linksIn(json: string): Set<string> {
	return new Set(json.match(/(?<=href=\\")[^"\\]*/g) ?? []);
}
