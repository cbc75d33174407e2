import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { documentEndings } from '#shared/document/reading/document-kinds.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import './documents.css';

const accepted = documentEndings.map((ending) => `.${ending}`);

/** Asks for documents of other programs; each becomes a draft. */
export function OpenDocumentDialog({
	onFiles,
	onClose,
}: {
	/** Makes drafts of files; answers why one could not be made, null when all are. */
	onFiles: (files: readonly File[]) => Promise<string | null>;
	onClose: () => void;
}) {
	const [reading, setReading] = useState<string | null>(null);
	const [problem, setProblem] = useState<string | null>(null);

	const take = async (files: readonly File[]) => {
		const [first] = files;
		if (first === undefined || reading !== null) return;
		setProblem(null);
		setReading(files.length === 1 ? `Reading “${first.name}”…` : `Reading ${files.length} documents…`);
		const answer = await onFiles(files);
		setReading(null);
		if (answer === null) onClose();
		else setProblem(answer);
	};

	return (
		<Dialog
			title="Open a document"
			intro="It becomes a draft of its own, with its pictures in the newsroom. The file itself stays as it is."
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
				</>
			}
		>
			<DropZone
				className="document-drop"
				aria-label="Documents"
				onDrop={async ({ items }) => {
					const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
					await take(await Promise.all(files));
				}}
			>
				<p>Word (.docx), OpenDocument (.odt), Markdown, HTML or text.</p>
				<FileTrigger acceptedFileTypes={accepted} allowsMultiple onSelect={(files) => void take([...(files ?? [])])}>
					<Button kind="primary" autoFocus disabledReason={reading ?? undefined}>
						Choose a file…
					</Button>
				</FileTrigger>
				<p className="document-note">
					Or drop it here, on the list, or into a story, where its words go in at that place.
				</p>
			</DropZone>
			<p className="document-note" role="status">
				{reading}
			</p>
			{problem === null ? null : (
				<p className="document-problem" role="alert">
					{problem}
				</p>
			)}
		</Dialog>
	);
}
