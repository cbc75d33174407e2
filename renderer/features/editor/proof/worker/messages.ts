import type { StyleRule } from '#shared/model/house-style.ts';
import type { DictionaryName } from '#shared/text/spelling/dictionary-for.ts';
import type { StyleFound } from '#shared/text/style/style-guide.ts';

/** A text that is looked through, and where code stands in it, which is not. */
export interface ProofText {
	readonly text: string;
	readonly code: readonly { readonly from: number; readonly to: number }[];
}

/** A place of a text that is underlined, in UTF-16 units; `to` is behind it. */
export interface SpellingMark {
	readonly kind: 'spelling';
	readonly from: number;
	readonly to: number;
}
/** A place that a rule of the house style speaks of. */
export interface StyleMark extends StyleFound {
	readonly kind: 'style';
}
export type ProofMark = SpellingMark | StyleMark;

/** What texts are held against. */
export interface Measure {
	/** Null where spelling is not looked up. */
	readonly dictionary: DictionaryName | null;
	/** The language of the texts, for the rules that hold for one. */
	readonly language: string;
}

/** What the page asks of the worker. Everything that has an id is answered, in order. */
export type ToWorker =
	| { readonly kind: 'words'; readonly words: readonly string[] }
	| { readonly kind: 'rules'; readonly rules: readonly StyleRule[] }
	| { readonly kind: 'check'; readonly id: number; readonly measure: Measure; readonly texts: readonly ProofText[] }
	| { readonly kind: 'suggest'; readonly id: number; readonly dictionary: DictionaryName; readonly word: string };

/** What the worker answers. */
export type FromWorker =
	| { readonly kind: 'checked'; readonly id: number; readonly marks: readonly (readonly ProofMark[])[] }
	| { readonly kind: 'suggested'; readonly id: number; readonly words: readonly string[] }
	| { readonly kind: 'failed'; readonly id: number; readonly message: string };
