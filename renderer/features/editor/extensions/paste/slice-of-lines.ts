import { Fragment, type Mark, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model';

/** Text as it stands, a paragraph a line, with the marks of the place where it goes in. */
export function sliceOfLines(text: string, schema: Schema, $place: ResolvedPos): Slice {
	const marks: readonly Mark[] = $place.parent.type.isTextblock ? $place.marks() : [];
	const lines = text
		.split(/(?:\r\n?|\n)+/)
		.map((line) => line.replace(/\t/g, ' '))
		.filter((line, index, all) => line.trim() !== '' || all.length === 1 || (index > 0 && index < all.length - 1));
	const { paragraph } = schema.nodes;
	if (!paragraph) return Slice.empty;
	const nodes = lines.map((line) => paragraph.create(null, line === '' ? null : schema.text(line, marks)));
	return new Slice(Fragment.from(nodes), nodes.length > 0 ? 1 : 0, nodes.length > 0 ? 1 : 0);
}
