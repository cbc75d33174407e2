import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { FailureError } from '#shared/failure.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { readDocument } from './read-document.ts';

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'testing', name));

/** The blocks without ids and the bytes of pictures. */
const told = ({ blocks }: ReadStory) =>
	blocks.map((block) => {
		if (block.type === 'found') return { picture: block.alt, kind: block.source.kind };
		const { id: _id, ...rest } = block;
		return rest;
	});

const quay = [
	{ type: 'subhead', level: 2, html: 'What the harbour board decided' },
	{
		type: 'paragraph',
		html: 'The board voted <strong>seven to two</strong> for the <em>northern</em> quay, as <a href="https://harbour.example/minutes?id=7">the minutes</a> show.<sup>1</sup>',
	},
	{ type: 'paragraph', html: 'H<sub>2</sub>O, 10<sup>6</sup> and <s>struck</s>.' },
	{
		type: 'list',
		ordered: true,
		start: 1,
		items: [
			{
				html: 'Ask the city',
				children: {
					ordered: false,
					items: [
						{ html: 'for the land', children: null },
						{ html: 'for the road', children: null },
					],
				},
			},
			{ html: 'Begin to dredge', children: null },
		],
	},
	{ type: 'quote', html: 'The water does not wait for us.', attribution: '' },
	{ type: 'subhead', level: 2, html: 'What it costs' },
	{
		type: 'table',
		headerRow: true,
		rows: [
			['Part', 'Million'],
			['Quay', '31'],
		],
		caption: '',
		align: [],
	},
	{ picture: 'The quay at dawn', kind: 'data' },
	{ type: 'paragraph', html: 'So it begins: äöü € 東京.' },
];

test('an OpenDocument and a Word file that LibreOffice wrote give the same story', async () => {
	const odt = await readDocument('harbour.odt', sample('harbour.odt'));
	const docx = await readDocument('harbour.docx', sample('harbour.docx'));
	expect(told(odt)).toEqual([...quay, { type: 'paragraph', html: '<sup>1</sup> Minutes of 3 May.' }]);
	// Word's footnotes are numbered in brackets, and stand as a list below the text.
	expect(JSON.parse(JSON.stringify(told(docx)).replace('[1]', '1'))).toEqual([
		...quay,
		{ type: 'list', ordered: true, start: 1, items: [{ html: 'Minutes of 3 May.', children: null }] },
	]);
	for (const { headline, standfirst } of [odt, docx]) {
		expect(headline).toBe('The harbour that moved');
		expect(standfirst).toBe('A board, a vote and a quay');
	}
});

test('front matter names a Markdown file’s headline, and runs nothing', async () => {
	const text = '---\ntitle: "Harbour: moved"\ndescription: A vote\n---\n\nThe *board* voted.\n';
	const read = await readDocument('a.md', Buffer.from(text));
	expect([read.headline, read.standfirst, told(read)]).toEqual([
		'Harbour: moved',
		'A vote',
		[{ type: 'paragraph', html: 'The <em>board</em> voted.' }],
	]);
	const bomb = `---\na: &a [x,x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a,*a,*a,*a]`).join('\n')}\n---\nWords`;
	expect(told(await readDocument('b.md', Buffer.from(bomb)))).toEqual([{ type: 'paragraph', html: 'Words' }]);
	expect((await readDocument('c.md', Buffer.from('# Head\n\n## Sub\n\nWords'))).headline).toBe('Head');
	expect(told(await readDocument('d.md', Buffer.from('---js\nprocess.exit(1)\n---\nWords')))).toContainEqual({
		type: 'paragraph',
		html: 'Words',
	});
});

test('text is read in the encoding that it has', async () => {
	const words = [{ type: 'paragraph', html: 'Ärger in Köln' }];
	for (const bytes of [
		Buffer.from('Ärger in Köln'),
		Buffer.from('\ufeffÄrger in Köln', 'utf16le'),
		Buffer.from('Ärger in Köln', 'latin1'),
	])
		expect(told(await readDocument('a.txt', bytes))).toEqual(words);
	const page = Buffer.from('<meta charset="koi8-r"><title>T</title><p>\xeb\xcf\xd4', 'latin1');
	expect(told(await readDocument('a.html', page))).toEqual([{ type: 'paragraph', html: 'Кот' }]);
});

test('what cannot be read is named with the way out', async () => {
	const why = async (name: string, bytes: Uint8Array) =>
		await readDocument(name, bytes).then(
			() => 'it was read',
			(error: Error) => error.message,
		);
	const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
	expect(await why('a.docx', ole)).toMatch(/“a.docx” is protected by a password/);
	expect(await why('a.doc', ole)).toMatch(/until 2003. Save it as .docx/);
	expect(await why('a.pages', ole)).toMatch(/does not read “a.pages”. Choose/);
	for (const name of ['a.docx', 'a.odt']) {
		expect(await why(name, Buffer.from('no zip'))).toMatch(/is damaged/);
		expect(await why(name, await zipOf({ 'other.txt': 'x' }))).toMatch(/is damaged/);
		const whole = sample(`harbour.${name.slice(2)}`);
		expect(await why(name, whole.subarray(0, whole.length / 2))).toMatch(/is damaged/);
	}
	expect(await why('a.docx', await zipOf({ 'word/document.xml': '<w:document' }))).toMatch(/is damaged/);
	const manifest =
		'<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
	expect(await why('a.odt', await zipOf({ 'META-INF/manifest.xml': manifest, 'content.xml': '\0\0' }))).toMatch(
		/protected by a password/,
	);
	const bomb = await zipOf({ 'content.xml': Buffer.alloc(301 * 1024 * 1024) });
	expect(bomb.length).toBeLessThan(1024 * 1024);
	expect(await why('a.odt', bomb)).toMatch(/too large to be read/);
});

test('a small size that a file only claims does not unpack a large one', async () => {
	const bomb = await zipOf({ 'content.xml': Buffer.alloc(10 * 1024 * 1024) });
	// Both places where a zip says how large its file is.
	for (let at = bomb.indexOf('PK'); at >= 0; at = bomb.indexOf('PK', at + 2)) {
		const field = { '504b0304': 22, '504b0102': 24 }[bomb.toString('hex', at, at + 4)];
		if (field !== undefined) bomb.writeUInt32LE(10, at + field);
	}
	await expect(readDocument('a.odt', bomb)).rejects.toThrow(/is damaged/);
});

test('an XML file names nothing outside it, and its entities do not grow', async () => {
	const entities = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join('');
	const content = `<!DOCTYPE x [<!ENTITY e0 "boom"><!ENTITY out SYSTEM "file:///etc/passwd">${entities}]><office:document-content><office:body><office:text><text:p>Words &e20; &out;</text:p></office:text></office:body></office:document-content>`;
	const [paragraph] = told(await readDocument('a.odt', await zipOf({ 'content.xml': content })));
	expect(paragraph).toEqual({ type: 'paragraph', html: 'Words &amp;e20; &amp;out;' });
});

test('whatever happened to a file on its way, it is read or refused in words', async () => {
	const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 });
	await fc.assert(
		fc.asyncProperty(fc.constantFrom('harbour.odt', 'harbour.docx'), changes, async (name, places) => {
			const bytes = Buffer.from(sample(name));
			for (const [place, value] of places) bytes[place % bytes.length] = value;
			await readDocument(name, bytes).catch((error: unknown) => expect(error).toBeInstanceOf(FailureError));
		}),
		{ numRuns: runsOf({ short: 150, long: 5000 }) },
	);
});

async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
	const zip = new ZipFile();
	for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
	zip.end();
	return await buffer(zip.outputStream);
}
