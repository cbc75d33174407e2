/** Signs that nobody writes but in Markdown. */
const certain = [
	/^#{1,6} \S/m, // a heading
	/^(?:```|~~~)/m, // code
	/^\|?[ \t]*:?-{2,}:?[ \t]*\|/m, // the line below the head of a table
	/!?\[[^\]\n]+\]\((?:https?:|mailto:|\/)[^)\s]*(?: "[^"\n]*")?\)/, // a link or a picture
	/(?<![\w*])\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*(?![\w*])/, // bold
	/^\[[^\]\n]+\]: ?https?:/m, // the address of a link
];
/** Signs that say so only when several lines have them. */
const repeated = [/^[ \t]{0,8}[-*+] \S/gm, /^[ \t]{0,8}\d{1,3}[.)] \S/gm, /^> ?\S/gm];

/** So many characters are looked at; the patterns take ever longer with longer lines. */
const looked = 20_000;

/** Whether a text is written in Markdown: its signs would be debris if they were kept as they stand. */
export function looksLikeMarkdown(text: string): boolean {
	const beginning = text.slice(0, looked);
	return (
		certain.some((sign) => sign.test(beginning)) || repeated.some((sign) => (beginning.match(sign)?.length ?? 0) > 1)
	);
}
