import type { StyleRule } from '#shared/model/house-style.ts';
import type { DictionaryName } from '#shared/text/spelling/dictionary-for.ts';
import type { Measure } from './worker/messages.ts';

/** What a story is held against. */
export interface ProofSettings extends Measure {
	readonly dictionary: DictionaryName | null;
	/** What an editor let stand in this story. */
	readonly ignored: ReadonlySet<string>;
	/** The newsroom's own words. */
	readonly words: readonly string[];
	/** The rules of the house style. */
	readonly rules: readonly StyleRule[];
	/** Why nothing is looked up, as a sentence, for when that is so. */
	readonly offReason: string;
}
