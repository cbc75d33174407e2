const words = (text) => text.split(' ').length;

/** Writes the blocks of a body of about so many words, with a key-points box when there are points. */
export function makeBody(random, writer, wanted, hasPoints, site) {
	const blocks = [];
	let written = 0;
	const add = (type, fields = {}) => blocks.push({ id: `b${blocks.length + 1}`, type, ...fields });
	const boxAfter = hasPoints ? random.between(1, 3) : -1;
	let paragraphs = 0;
	while (written < wanted) {
		const text = paragraph(writer, Math.min(random.between(30, 85), wanted - written + 12));
		written += words(text);
		add('paragraph', { html: marked(random, text, site) });
		paragraphs += 1;
		if (paragraphs === boxAfter) add('keyPoints');
		if (written >= wanted) break;
		const choice = random.fraction();
		if (choice < 0.14) add('subhead', { level: random.chance(0.85) ? 2 : 3, html: writer.subhead() });
		else if (choice < 0.19) add('quote', { html: writer.point(), attribution: writer.attribution() });
		else if (choice < 0.21) add('pullquote', { html: writer.point(), attribution: '' });
		else if (choice < 0.24) {
			const items = Array.from({ length: random.between(2, 5) }, () => ({ html: writer.point(), children: null }));
			add('list', { ordered: random.chance(0.2), start: 1, items });
		} else if (choice < 0.25) add('divider');
	}
	if (hasPoints && paragraphs < boxAfter) add('keyPoints');
	return blocks;
}

function paragraph(writer, wanted) {
	let text = writer.sentence();
	for (let written = words(text); written < wanted; ) {
		const next = writer.sentence();
		text += ` ${next}`;
		written += words(next);
	}
	return text;
}

/** Sets a few words in the middle of a paragraph as a link, strong or emphasised. */
function marked(random, text, site) {
	const choice = random.fraction();
	if (choice > 0.3) return text;
	const parts = text.split(' ');
	const from = random.between(0, Math.max(0, parts.length - 3));
	const to = Math.min(parts.length, from + random.between(1, 2));
	const name = choice < 0.14 ? 'a' : choice < 0.2 ? 'strong' : 'em';
	const open = name === 'a' ? `<a href="https://${site}/${random.between(1, 99_999)}">` : `<${name}>`;
	const inside = parts.slice(from, to).join(' ');
	return [...parts.slice(0, from), `${open}${inside}</${name}>`, ...parts.slice(to)].join(' ');
}
