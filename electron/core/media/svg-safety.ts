import { Parser } from 'htmlparser2';

/** Drawing only: everything that is not here, such as `script`, `foreignObject`, `iframe` and animation, is refused. */
const drawing = new Set(
	(
		'svg g defs symbol use title desc metadata switch path rect circle ellipse line polyline polygon text tspan textPath ' +
		'image marker pattern mask clipPath linearGradient radialGradient stop filter style ' +
		'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
		'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode ' +
		'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
	).split(' '),
);
const ownImage = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

/** Why an SVG must not be stored, as a part of a sentence; null when it only draws. */
export function svgProblem(text: string): string | null {
	if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return 'it defines entities of its own';
	let problem: string | null = null;
	let isStyle = 0;
	let metadata = 0;
	const find = (found: string) => {
		problem ??= found;
	};
	const parser = new Parser(
		{
			onopentag(tag, attributes) {
				const isForeign = tag.includes(':') || (metadata > 0 && !drawing.has(tag));
				// Drawing programs keep notes under names of their own; they neither draw nor run.
				if (
					!drawing.has(tag) &&
					(!isForeign || /(?:^|:)(?:script|foreignObject|iframe|handler|html|body)$/i.test(tag))
				) {
					find(`it holds a “${tag}” element`);
				}
				if (tag === 'metadata') metadata += 1;
				if (tag === 'style') isStyle += 1;
				for (const [name, value] of Object.entries(attributes)) checkAttribute(name, value, find);
			},
			onclosetag(tag) {
				if (tag === 'metadata') metadata -= 1;
				if (tag === 'style') isStyle -= 1;
			},
			ontext(words) {
				if (isStyle > 0) checkStyle(words, find);
			},
			onprocessinginstruction(name) {
				if (/^\?xml-stylesheet/i.test(name)) find('it loads a style sheet from elsewhere');
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.write(text);
	parser.end();
	return problem;
}

function checkAttribute(name: string, value: string, find: (problem: string) => void): void {
	if (/^(?:.*:)?on/i.test(name) && !name.startsWith('xmlns')) find(`it runs code (${name})`);
	if (/^(?:.*:)?(?:href|src)$/i.test(name) && !value.trim().startsWith('#') && !ownImage.test(value.trim())) {
		find('it loads something from elsewhere');
	}
	if (/^(?:.*:)?base$/i.test(name)) find('it loads something from elsewhere');
	if (!name.startsWith('xmlns')) checkStyle(value, find);
}

function checkStyle(style: string, find: (problem: string) => void): void {
	// A backslash can spell `url` in a way that no pattern sees, and no drawing needs one here.
	if (/@import|javascript:|expression\s*\(/i.test(style) || (/[:{]/.test(style) && style.includes('\\'))) {
		find('it loads something from elsewhere');
	}
	for (const [, target = ''] of style.matchAll(/url\(\s*["']?\s*([^"')]*)/gi)) {
		if (!target.startsWith('#') && !ownImage.test(target)) find('it loads something from elsewhere');
	}
}
