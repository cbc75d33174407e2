/** A sign of a pair that stands alone. */
export interface Unclosed {
	readonly kind: 'quote' | 'bracket';
	/** Whether the one that opens is there; false where only the one that closes is. */
	readonly isOpen: boolean;
	/** Where it stands. */
	readonly at: number;
}

/** "a)", "12)" and ":-)" close nothing. */
const notClosing = /(?:(?:^|[\s(])[\p{L}\p{N}]{1,3}|[:;=][-'’]?)$/u;

/** The quotation marks and brackets of a text that have no other half. Single quotes are apostrophes too, and are left alone. */
export function unclosedSigns(text: string): Unclosed[] {
	if (!/[()[\]"“”„«»]/.test(text)) return [];
	return [...unclosedBrackets(text, '(', ')'), ...unclosedBrackets(text, '[', ']'), ...unclosedQuotes(text)];
}

function unclosedBrackets(text: string, open: string, close: string): Unclosed[] {
	const opened: number[] = [];
	const alone: number[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (sign === open) {
			// ":(" opens nothing.
			if (!/[:;=][-'’]?$/.test(text.slice(Math.max(0, at - 2), at))) opened.push(at);
		} else if (sign === close && opened.pop() === undefined && !notClosing.test(text.slice(Math.max(0, at - 5), at)))
			alone.push(at);
	}
	return [
		...opened.map((at): Unclosed => ({ kind: 'bracket', isOpen: true, at })),
		...alone.map((at): Unclosed => ({ kind: 'bracket', isOpen: false, at })),
	];
}

/** Which marks open a quotation and which close it, by what else stands in the text; so no language need be known. */
function unclosedQuotes(text: string): Unclosed[] {
	const straight = marks(text, /(?<![\p{N}])"/gu);
	return [...curly(text), ...guillemets(text), ...(straight.length % 2 === 1 ? [oddOne(text, straight)] : [])];
}

function curly(text: string): Unclosed[] {
	const low = marks(text, /„/g);
	const left = marks(text, /“/g);
	const right = marks(text, /”/g);
	// „German“ and „Polish”.
	if (low.length > 0) return unpaired(low, [...left, ...right]);
	// ”Swedish”, where one mark is both.
	if (left.length === 0) return right.length % 2 === 1 ? [oddOne(text, right)] : [];
	return unpaired(left, right);
}

function guillemets(text: string): Unclosed[] {
	const left = marks(text, /«/g);
	const right = marks(text, /»/g);
	// »German« begins with what closes «French».
	return (left[0] ?? Number.POSITIVE_INFINITY) < (right[0] ?? Number.POSITIVE_INFINITY)
		? unpaired(left, right)
		: startsWithRight(text, right)
			? unpaired(right, left)
			: unpaired(left, right);
}

/** Whether the first mark stands before a word, and so opens. */
function startsWithRight(text: string, right: readonly number[]): boolean {
	const [first] = right;
	return (
		first !== undefined &&
		/^[\p{L}\p{N}]/u.test(text.slice(first + 1)) &&
		!/[\p{L}\p{N}.!?…]$/u.test(text.slice(0, first))
	);
}

function unpaired(opening: readonly number[], closing: readonly number[]): Unclosed[] {
	if (opening.length === closing.length) return [];
	const isOpen = opening.length > closing.length;
	const at = (isOpen ? opening : closing).at(-1) ?? 0;
	return [{ kind: 'quote', isOpen, at }];
}

/** The last of marks that open and close: one before a word opens. */
function oddOne(text: string, at: readonly number[]): Unclosed {
	const last = at.at(-1) ?? 0;
	return { kind: 'quote', isOpen: /^[\p{L}\p{N}]/u.test(text.slice(last + 1)), at: last };
}

function marks(text: string, sign: RegExp): number[] {
	return [...text.matchAll(sign)].map(({ index }) => index);
}
