import type { Editor } from '@tiptap/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { MediaPath } from '#shared/model/block.ts';
import { pictureTypes } from '../../../session/add-picture.ts';
import { type AskingDialog, offerTools } from './story-tools.ts';

/** Offers the tools that the commands of the text need; what it answers has to stand on the page. */
export function useStoryTools(
	editor: Editor,
	{
		onPictures,
		onLink,
		onFind,
	}: {
		/** Makes image files pictures of the newsroom and tells of those that became some; keep it stable. */
		readonly onPictures: (files: readonly File[], take: (pictures: readonly MediaPath[]) => void) => void;
		/** Asks for the address of a link; keep it stable. */
		readonly onLink: () => void;
		/** Shows the bar that finds; keep it stable. */
		readonly onFind: () => void;
	},
): ReactNode {
	const files = useRef<HTMLInputElement>(null);
	const taking = useRef<(pictures: readonly MediaPath[]) => void>(() => {});
	const [Asking, setAsking] = useState<AskingDialog | null>(null);
	useEffect(
		() =>
			offerTools(editor, {
				choosePictures: (take) => {
					taking.current = take;
					files.current?.click();
				},
				ask: (dialog) => setAsking(() => dialog),
				askForLink: onLink,
				find: onFind,
			}),
		[editor, onLink, onFind],
	);
	return (
		<>
			<input
				ref={files}
				type="file"
				accept={pictureTypes.join()}
				multiple
				hidden
				aria-label="Picture files"
				onChange={(event) => {
					onPictures([...(event.target.files ?? [])], taking.current);
					event.target.value = '';
				}}
			/>
			{Asking ? <Asking editor={editor} onClose={() => setAsking(null)} /> : null}
		</>
	);
}
