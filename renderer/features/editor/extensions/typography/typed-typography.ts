import { type Editor, Extension } from '@tiptap/core';
import { InputRule, inputRules } from '@tiptap/pm/inputrules';
import { typedSign } from '#shared/text/typography/typed.ts';
import { attributesOf } from '../../../../session/story-document.ts';

declare module '@tiptap/core' {
	interface Storage {
		typedTypography: { isOn: boolean };
	}
}

/** Gives what is typed the signs of the story's language; one Backspace gives the typed sign back. Code stays as it is typed. */
export const TypedTypography = Extension.create({
	name: 'typedTypography',
	addStorage: (): { isOn: boolean } => ({ isOn: true }),
	addProseMirrorPlugins() {
		const { storage } = this;
		// Not by Tiptap's input rules, which first put in the sign as typed and give up where the block then gets its id.
		const rule = new InputRule(
			/.$/su,
			({ doc, tr }, [sign], start, end) => {
				if (!storage.isOn) return null;
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

/** Whether what is typed gets those signs from now on. */
export function setTypography(editor: Editor, isOn: boolean): void {
	editor.storage.typedTypography.isOn = isOn;
}
