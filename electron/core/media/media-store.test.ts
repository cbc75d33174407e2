import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveNewsroomFile } from '../host/page-files.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { tempFolder, tempNewsroom, treeOfFolder } from '../testing/temp-newsroom.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
/** The beginnings of images, as far as their type and size are told by them. */
const png = Buffer.concat([
	bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
	Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]),
]);
const gif = bytes('GIF89a\x05\0\x04\0\0\0\0');
const webp = Buffer.concat([
	bytes('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'),
	Buffer.from([6, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
]);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc00011080002000303012200021101031101ffd9', 'hex');
const svg = (inside: string) =>
	Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4" width="8" height="4">${inside}</svg>`);

test.each([
	['png', png, 3, 2, 'image/png'],
	['gif', gif, 5, 4, 'image/gif'],
	['webp', webp, 7, 5, 'image/webp'],
	['jpg', jpeg, 3, 2, 'image/jpeg'],
	['svg', svg('<path d="M0 0h8v4z" fill="url(#a)"/>'), 8, 4, 'image/svg+xml'],
])(
	'a %s is stored by its content, whatever its name says, and served',
	async (extension, image, width, height, type) => {
		const newsroom = await tempNewsroom();
		const added = await newsroom.media.add('../../holiday.txt', image.toString('base64'));
		expect(added).toEqual({
			media: expect.stringMatching(new RegExp(`^media/\\d{4}/\\d{2}/[0-9a-f]{12}\\.${extension}$`)),
			width,
			height,
		});
		expect(await newsroom.media.read(added.media)).toEqual({ bytes: image, type });
		const before = await treeOfFolder(newsroom.path);
		expect(await newsroom.media.add('again', image.toString('base64'))).toEqual(added);
		expect(await (await newsroom.reopen()).media.add('again', image.toString('base64'))).toEqual(added);
		expect(await treeOfFolder(newsroom.path)).toEqual(before);
	},
);

test('an image that another one of the same short hash stands for is stored beside it', async () => {
	const newsroom = await tempNewsroom();
	const { media } = await newsroom.media.add('a.gif', gif.toString('base64'));
	await writeFile(join(newsroom.path, media), 'another image');
	const added = await newsroom.media.add('a.gif', gif.toString('base64'));
	expect(added.media).not.toBe(media);
	expect(await newsroom.text(media)).toBe('another image');
});

test.each([
	['a script', svg('<script>alert(1)</script>'), '“script” element'],
	['a foreign object', svg('<foreignObject><p>x</p></foreignObject>'), '“foreignObject” element'],
	['a script with a prefix', svg('<svg:script>1</svg:script>'), '“svg:script” element'],
	['an event handler', svg('<rect onclick="x()"/>'), 'runs code (onclick)'],
	['an animation that sets a link', svg('<set attributeName="href" to="javascript:1"/>'), '“set” element'],
	['a link out', svg('<a href="https://example.org"><rect/></a>'), '“a” element'],
	['an image from elsewhere', svg('<image href="https://example.org/x.png"/>'), 'loads something from elsewhere'],
	['an SVG within', svg('<image href="data:image/svg+xml;base64,AAAA"/>'), 'loads something from elsewhere'],
	['a use of another file', svg('<use xlink:href="other.svg#a"/>'), 'loads something from elsewhere'],
	['a style sheet', svg('<style>@import "x.css";</style>'), 'loads something from elsewhere'],
	['a font from elsewhere', svg('<style>a{src:url(https://example.org/f)}</style>'), 'loads something from elsewhere'],
	['an escaped url', svg('<style>a{fill:u\\72l(https://example.org/f)}</style>'), 'loads something from elsewhere'],
	['a fill from elsewhere', svg('<rect fill="url(//example.org)"/>'), 'loads something from elsewhere'],
	['entities', Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;').toString()}`), 'not an image'],
	['HTML', Buffer.from('<html><script>1</script></html>'), 'not an image'],
	['nothing', Buffer.alloc(0), 'not an image'],
	['half a PNG', bytes('\x89PNG\r\n\x1a\n'), 'is broken'],
	['an SVG without a size', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'is broken'],
])('%s is refused, and nothing is stored', async (_name, image, sentence) => {
	const newsroom = await tempNewsroom();
	const before = await treeOfFolder(newsroom.path);
	await expect(newsroom.media.add('chart.svg', image.toString('base64'))).rejects.toMatchObject({
		failure: { code: 'bad-input', message: expect.stringContaining(sentence) },
	});
	expect(await treeOfFolder(newsroom.path)).toEqual(before);
});

test('what drawing programs write is stored', async () => {
	const newsroom = await tempNewsroom();
	const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by hand -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="8" height="4">
<metadata><rdf:RDF xmlns:rdf="x"><cc:Work/></rdf:RDF></metadata><inkscape:page x="1"/>
<style>.a { fill: url(#g); font: 12px "Inter" }</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<use href="#g"/><image href="data:image/png;base64,AAAA"/><text class="a">Only this</text></svg>`;
	expect(await newsroom.media.add('x.svg', Buffer.from(drawing).toString('base64'))).toMatchObject({
		width: 8,
		height: 4,
	});
});

test('an image over 25 MB is refused', async () => {
	const newsroom = await tempNewsroom();
	const large = Buffer.concat([png, Buffer.alloc(25 * 1024 * 1024)]);
	await expect(newsroom.media.add('poster.png', large.toString('base64'))).rejects.toMatchObject({
		failure: { code: 'too-large', message: expect.stringContaining('25 MB') },
	});
});

test.each([
	'newsroom.json',
	'media/../newsroom.json',
	'media/..%2fnewsroom.png',
	'media/../../x.png',
	'/etc/passwd',
	'media\\..\\x.png',
	'media/.hidden.png',
	'media/x.png\0.png',
	'media/nowhere.png',
	'media/folder.png',
	'media/out.png',
	'media/out/x.png',
	'media/settings.png',
	'articles/x.png',
	'',
])('reading %j answers nothing', async (path) => {
	const newsroom = await tempNewsroom();
	const outside = await tempFolder();
	await writeFile(join(outside, 'x.png'), png);
	await newsroom.put('media/folder.png/x', 'x');
	await newsroom.put('articles/x.png', png);
	await newsroom.put('media/.hidden.png', png);
	await symlink(join(outside, 'x.png'), join(newsroom.path, 'media/out.png'));
	await symlink(outside, join(newsroom.path, 'media/out'));
	await symlink(join(newsroom.path, 'newsroom.json'), join(newsroom.path, 'media/settings.png'));
	expect(await newsroom.media.read(path)).toBeNull();
});

test('a picture that cannot be read says why, and is stored once more when it is added again', async () => {
	const { disk, fail } = faultyFileSystem();
	const newsroom = await tempNewsroom(disk);
	await newsroom.put('media/2031/01/x.png', png);
	const { media } = await newsroom.media.add('harbour.png', png.toString('base64'));
	fail({ operation: 'readFile', code: 'EACCES', path: (path) => path.endsWith(media) });
	await expect(newsroom.media.read(media)).rejects.toMatchObject({
		failure: { code: 'disk', message: expect.stringContaining(`Could not read ${media}: Galley is not allowed to`) },
	});
	const again = await newsroom.media.add('harbour.png', png.toString('base64'));
	expect(again.media).not.toBe(media);
	expect((await newsroom.media.read(again.media))?.bytes).toEqual(png);
});

test('a folder of pictures that may not be listed keeps none from being added', async () => {
	const { disk, fail } = faultyFileSystem();
	const newsroom = await tempNewsroom(disk);
	await newsroom.put('media/2031/01/x.png', png);
	fail({ operation: 'list', code: 'EACCES', path: (path) => path.endsWith('media/2031') });
	expect(await newsroom.media.add('harbour.png', png.toString('base64'))).toMatchObject({ width: 3 });
});

test('the page of a story is served without a picture that cannot be read', async () => {
	const { disk, fail } = faultyFileSystem();
	const newsroom = await tempNewsroom(disk);
	await newsroom.put('media/x.png', png);
	fail({ operation: 'readFile', code: 'EACCES', path: (path) => path.endsWith('x.png') });
	expect(await serveNewsroomFile({ readNewsroomFile: newsroom.media.read }, 'media/x.png')).toMatchObject({
		status: 404,
	});
});
