import { readHtml } from '#shared/document/reading/html/read-html.ts';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { damagedDocument, protectedDocument } from '../document-failure.ts';
import { type Unpacked, unpack } from '../unpack.ts';
import { odtHtml } from './odt-html.ts';
import { readOdtStyles } from './odt-styles.ts';
import { named, readXml, type XmlElement } from './xml-tree.ts';

const pictureTypes: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	svg: 'image/svg+xml',
};

/** Reads an .odt file, as LibreOffice and others write it. */
export async function readOpenDocument(name: string, bytes: Uint8Array): Promise<ReadStory> {
	const files = await unpack(name, bytes);
	const [manifest, content, styles] = await Promise.all(
		['META-INF/manifest.xml', 'content.xml', 'styles.xml'].map(async (path) => await xmlOf(files, path)),
	);
	if (manifest && !named(manifest, 'manifest:encryption-data').next().done) throw protectedDocument(name);
	if (!content) throw damagedDocument(name);
	const pictures = await picturesOf(files, content);
	const html = odtHtml(content, readOdtStyles(styles ? [styles, content] : [content]), pictures);
	return readHtml(html, { whole: true });
}

async function xmlOf(files: Unpacked, path: string): Promise<XmlElement | null> {
	const bytes = await files.read(path);
	return bytes && readXml(bytes.toString('utf8'));
}

async function picturesOf(files: Unpacked, content: XmlElement): Promise<Map<string, string>> {
	const pictures = new Map<string, string>();
	for (const { attributes } of named(content, 'draw:image')) {
		const path = attributes['xlink:href'] ?? '';
		const type = pictureTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
		if (type === undefined || pictures.has(path)) continue;
		const bytes = await files.read(path.replace(/^\.\//, ''));
		if (bytes) pictures.set(path, `data:${type};base64,${bytes.toString('base64')}`);
	}
	return pictures;
}
