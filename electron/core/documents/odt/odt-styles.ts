import { named, type XmlElement } from './xml-tree.ts';

/** What the styles of a document say of its texts. */
export interface OdtStyles {
	/** CSS for the texts of a style. */
	css(style: string | undefined): string;
	/** The names of a style and of those that it is made from, as people see them. */
	names(style: string | undefined): readonly string[];
	/** Whether a level of a list is numbered. */
	isNumbered(listStyle: string | undefined, level: number): boolean;
}

interface Style {
	readonly parent: string | undefined;
	readonly display: string;
	readonly css: string;
}

/** Reads the styles of a document: those that it shows by name, and those that it made for single places. */
export function readOdtStyles(files: readonly XmlElement[]): OdtStyles {
	const styles = new Map<string, Style>();
	const numbered = new Set<string>();
	for (const file of files) {
		for (const element of named(file, 'style:style')) {
			const name = element.attributes['style:name'] ?? '';
			const display = element.attributes['style:display-name'] ?? name.replace(/_20_/g, ' ');
			styles.set(name, { parent: element.attributes['style:parent-style-name'], display, css: cssOf(element) });
		}
		for (const list of named(file, 'text:list-style')) {
			for (const level of named(list, 'text:list-level-style-number')) {
				// A level without a format shows no number.
				if (level.attributes['style:num-format'])
					numbered.add(`${list.attributes['style:name']} ${level.attributes['text:level']}`);
			}
		}
	}
	const chain = (name: string | undefined): Style[] => {
		const found: Style[] = [];
		for (let next = name; next !== undefined && found.length < 20; ) {
			const style = styles.get(next);
			if (style === undefined) break;
			found.push(style);
			next = style.parent;
		}
		return found;
	};
	return {
		css: (style) =>
			chain(style)
				.map(({ css }) => css)
				.reverse()
				.join(''),
		names: (style) => chain(style).map(({ display }) => display),
		isNumbered: (listStyle, level) => numbered.has(`${listStyle} ${level}`),
	};
}

function cssOf(style: XmlElement): string {
	const css: string[] = [];
	for (const { attributes } of named(style, 'style:text-properties')) {
		const { 'fo:font-weight': weight, 'fo:font-style': slant, 'text:display': display } = attributes;
		if (weight && /^[\w-]+$/.test(weight)) css.push(`font-weight:${weight};`);
		if (slant && /^[\w-]+$/.test(slant)) css.push(`font-style:${slant};`);
		const line = attributes['style:text-line-through-style'];
		if (line && line !== 'none') css.push('text-decoration:line-through;');
		const position = attributes['style:text-position'] ?? '';
		if (/^(?:super|[1-9])/.test(position)) css.push('vertical-align:super;');
		if (/^(?:sub|-)/.test(position)) css.push('vertical-align:sub;');
		if (display === 'none') css.push('display:none;');
	}
	return css.join('');
}
