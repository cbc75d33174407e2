import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { EnglishWriter } from '../data/english.mjs';
import { fileText, writeNewsroom } from '../data/newsroom.mjs';
import { Random } from '../data/random.mjs';
import { makeUlid } from '../data/ulid.mjs';

const now = '2026-11-20T09:00:00Z';

/** Paragraphs of so many words together, the same on every run. */
export function makeParagraphs(words, seed = 7) {
	const random = new Random(seed);
	const writer = new EnglishWriter(random, 'politics', 'Lund');
	const paragraphs = [];
	for (let written = 0; written < words; ) {
		const wanted = Math.min(random.between(30, 85), words - written);
		const sentences = [];
		let length = 0;
		while (length < wanted) {
			const sentence = writer.sentence();
			sentences.push(sentence);
			length += sentence.split(' ').length;
		}
		paragraphs.push(sentences.join(' '));
		written += length;
	}
	return paragraphs;
}

/** A body of these paragraphs; after every so many of them stands a picture or, in turn, a table. */
export function makeBody(paragraphs, { pictures = [], tables = 0 } = {}) {
	const extras = [...pictures.map(pictureBlock), ...Array.from({ length: tables }, (_, index) => tableBlock(index))];
	// Mixed, so that both kinds stand everywhere.
	const random = new Random(extras.length);
	const mixed = extras.map((block) => [random.fraction(), block]).sort(([a], [b]) => a - b);
	const body = [];
	for (const [index, html] of paragraphs.entries()) {
		body.push({ type: 'paragraph', html });
		const due = Math.floor(((index + 1) * mixed.length) / paragraphs.length);
		for (let placed = Math.floor((index * mixed.length) / paragraphs.length); placed < due; placed += 1) {
			body.push(mixed[placed][1]);
		}
	}
	return body.map((block, index) => ({ id: `b${index + 1}`, ...block }));
}

const pictureBlock = (media, index) => ({
	type: 'image',
	media,
	alt: `Picture ${index + 1} of the story`,
	caption: `What picture ${index + 1} shows`,
	credit: 'The Lantern',
	focus: null,
});

const tableBlock = (index) => ({
	type: 'table',
	headerRow: true,
	rows: Array.from({ length: 6 }, (_, row) =>
		Array.from({ length: 4 }, (_, column) => (row === 0 ? `Column ${column + 1}` : `${index}.${row}.${column}`)),
	),
	caption: `Table ${index + 1}`,
});

/** Adds a story to a newsroom on the disk, as the one that was changed last; answers its id. */
export function writeStory(newsroom, { headline, body }) {
	const id = makeUlid(new Random(crc32(headline)), Date.parse(now));
	const slug = headline.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	const folder = join(newsroom, 'articles/2026/11');
	mkdirSync(folder, { recursive: true });
	const story = {
		$schema: 'urn:galley:article:1',
		id,
		slug,
		language: 'en',
		status: 'draft',
		headline,
		standfirst: 'It goes on and on, and its editor never waits.',
		byline: [{ name: 'Ana Ruiz', role: '', url: '' }],
		dateline: { place: 'Lund', date: null },
		categories: ['news'],
		tags: [],
		trending: false,
		leadImage: null,
		keyPoints: [],
		body,
		related: [],
		nextRead: null,
		newsletter: true,
		comments: 'open',
		corrections: [],
		dates: { created: now, updated: now, published: null, scheduled: null, embargo: null },
		seo: { title: '', description: '', canonical: '' },
		notes: '',
	};
	writeFileSync(join(folder, `${slug}-${id.slice(-6).toLowerCase()}.json`), fileText(story));
	return id;
}

/** Writes so many different pictures of 1,200 × 800 into a newsroom; answers their paths in it. */
export function writePictures(newsroom, count) {
	mkdirSync(join(newsroom, 'media/2026/11'), { recursive: true });
	return Array.from({ length: count }, (_, index) => {
		const bytes = makePng(1200, 800, index);
		const path = `media/2026/11/${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.png`;
		writeFileSync(join(newsroom, path), bytes);
		return path;
	});
}

/** Writes a newsroom of invented stories; the ones to be measured are added to it. */
export function writeSurroundings(newsroom, articles = 200) {
	writeNewsroom(newsroom, { articles, seed: 3 });
}

/** A picture in the format of https://www.w3.org/TR/png/: stripes in a colour of its own. */
function makePng(width, height, seed) {
	const row = (y) => {
		const pixels = Buffer.alloc(1 + width * 3);
		for (let x = 0; x < width; x += 1) {
			pixels[1 + x * 3] = (x + seed * 37) & 255;
			pixels[2 + x * 3] = (y + seed * 11) & 255;
			pixels[3 + x * 3] = (x ^ y) & 255;
		}
		return pixels;
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2, 0, 0, 0], 8);
	const data = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))), { level: 1 });
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	body.copy(framed, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}
