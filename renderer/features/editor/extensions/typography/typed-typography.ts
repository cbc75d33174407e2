import { Extension } from '@tiptap/core';
import { InputRule, inputRules } from '@tiptap/pm/inputrules';
import { typedSign } from '#shared/text/typography/typed.ts';
import { attributesOf } from '../../../../session/story-document.ts';

/** Gives what is typed the signs of the story's language; one Backspace gives the typed sign back. Code stays as it is typed. */
export const TypedTypography = Extension.create({
	name: 'typedTypography',
	addProseMirrorPlugins() {
		// Not by Tiptap's input rules, which first put in the sign as typed and give up where the block then gets its id.
		const rule = new InputRule(
			/.$/su,
			({ doc, tr }, [sign], start, end) => {
				const $start = doc.resolve(start);
				const before = $start.parent.textBetween(0, $start.parentOffset, null, '\n');
				const set = typedSign(before, sign, attributesOf(doc).language);
				return set && tr.insertText(set.by, start - set.drops, end);
			},
			{ inCodeMark: false },
		);
		return [inputRules({ rules: [rule] })];
	},
});
