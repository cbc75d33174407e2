import { Parser } from 'htmlparser2';

/** An element of an XML file; text stands between its children. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: (XmlElement | string)[];
}

/** Elements deeper in one another are read as if they stood side by side. */
const deepest = 300;

/** Reads XML. Entities that a file makes up stay as they are written, and nothing outside it is read. */
export function readXml(untrustedXml: string): XmlElement {
	const root: XmlElement = { name: '', attributes: {}, children: [] };
	const open = [root];
	let tooDeep = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (open.length > deepest) {
					tooDeep += 1;
					return;
				}
				const element: XmlElement = { name, attributes, children: [] };
				open.at(-1)?.children.push(element);
				open.push(element);
			},
			ontext: (text) => void open.at(-1)?.children.push(text),
			onclosetag() {
				if (tooDeep > 0) tooDeep -= 1;
				else if (open.length > 1) open.pop();
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.write(untrustedXml);
	parser.end();
	return root;
}

/** The elements of this name, wherever they stand. */
export function* named(element: XmlElement, name: string): Generator<XmlElement> {
	for (const child of element.children) {
		if (typeof child === 'string') continue;
		if (child.name === name) yield child;
		yield* named(child, name);
	}
}

/** The words of an element. */
export function wordsOf(element: XmlElement): string {
	return element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}
