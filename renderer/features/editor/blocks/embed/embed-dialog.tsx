import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { isWebUrl } from '#shared/model/url.ts';
import { TextField } from '../../../../ui/controls/text-field.tsx';
import { OneFieldDialog } from '../../../../ui/overlays/one-field-dialog.tsx';
import { insertBlock } from '../../commands/insert-block.ts';

/** Asks for the address of a page to embed. */
export function EmbedDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
	const [url, setUrl] = useState('');
	const [tried, setTried] = useState(false);
	const isValid = isWebUrl(url.trim());
	const insert = () => {
		setTried(true);
		if (!isValid) return;
		onClose();
		insertBlock(editor, editor.schema.nodeFromJSON({ type: 'embed', attrs: { url: url.trim() } }));
	};
	return (
		<OneFieldDialog title="Embed a page" action="Embed" onDone={insert} onClose={onClose}>
			<TextField
				label="Address"
				autoFocus
				type="url"
				value={url}
				onChange={setUrl}
				placeholder="https://"
				error={tried && !isValid ? 'A web address begins with https:// or http://.' : undefined}
			/>
		</OneFieldDialog>
	);
}
