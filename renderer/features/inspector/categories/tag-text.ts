import { toLine } from '#shared/model/text.ts';

/** The tags with those of a typed text added; `refused` are the ones that were there already. */
export function addTags(tags: readonly string[], typed: string): { tags: string[]; refused: string[] } {
	const added = [...tags];
	const refused: string[] = [];
	for (const part of toLine(typed).split(',')) {
		const tag = part.trim().replace(/\s+/g, ' ');
		if (tag === '') continue;
		if (hasTag(added, tag)) refused.push(tag);
		else added.push(tag);
	}
	return { tags: added, refused };
}

/** Whether a tag is among these, without regard to case. */
export function hasTag(tags: readonly string[], tag: string): boolean {
	return tags.some((other) => sameTag(other, tag));
}

function sameTag(a: string, b: string): boolean {
	return a.normalize('NFC').toLocaleLowerCase() === b.normalize('NFC').toLocaleLowerCase();
}
