import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { TextField } from '../../../../ui/controls/text-field.tsx';
import { OneFieldDialog } from '../../../../ui/overlays/one-field-dialog.tsx';
import { numberedListAt, setStart } from './list-start.ts';

/** Asks for the number of a list's first item. */
export function StartDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
	const [text, setText] = useState(() => String(numberedListAt(editor)?.node.attrs.start ?? 1));
	const isValid = /^\d{1,6}$/.test(text.trim());
	const apply = () => {
		if (!isValid) return;
		onClose();
		setStart(editor, Number(text));
	};
	return (
		<OneFieldDialog
			title="First number of the list"
			action="Set"
			disabledReason={isValid ? undefined : 'Type a whole number of at most six digits.'}
			onDone={apply}
			onClose={onClose}
		>
			<TextField
				label="Begins with"
				autoFocus
				inputMode="numeric"
				value={text}
				onChange={setText}
				error={isValid ? undefined : 'A whole number of at most six digits.'}
			/>
		</OneFieldDialog>
	);
}
