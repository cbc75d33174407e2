/** A change of a text: what stands from `from` to before `to`, in UTF-16 units, becomes `by`. */
export interface TextEdit {
	readonly from: number;
	readonly to: number;
	readonly by: string;
}

/** A text after its edits, which are in order and do not overlap. */
export function editText(text: string, edits: readonly TextEdit[]): string {
	let edited = '';
	let end = 0;
	for (const { from, to, by } of edits) {
		edited += text.slice(end, from) + by;
		end = to;
	}
	return edited + text.slice(end);
}
