import type { Editor } from '@tiptap/core';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { GalleryPicture, MediaPath } from '#shared/model/block.ts';
import { useHost } from '../../../host/host-context.tsx';
import { MenuAt } from '../../../ui/overlays/menu.tsx';
import { newPicture } from '../blocks/image/insert-pictures.ts';
import { type AskedMenu, type AskingDialog, offerTools } from './story-tools.ts';

/** Loaded when it is first opened. */
const PictureLibrary = lazy(() => import('../library/picture-library.tsx'));

interface Choosing {
	readonly several: boolean;
	readonly take: (pictures: readonly GalleryPicture[]) => void;
}

/** Offers the tools that the commands of the text need; what it answers has to stand on the page. */
export function useStoryTools(
	editor: Editor,
	{
		onPictures,
		onLink,
		onFind,
		onBlockMenu,
	}: {
		/** Makes image files pictures of the newsroom and tells of those that became some; keep it stable. */
		readonly onPictures: (files: readonly File[], take: (pictures: readonly MediaPath[]) => void) => void;
		/** Asks for the address of a link; keep it stable. */
		readonly onLink: () => void;
		/** Shows the bar that finds; keep it stable. */
		readonly onFind: () => void;
		/** Opens the menu of the block with the cursor; keep it stable. */
		readonly onBlockMenu: () => void;
	},
): ReactNode {
	const host = useHost();
	const [menu, setMenu] = useState<AskedMenu | null>(null);
	const anchor = useRef<HTMLElement>(null);
	const [choosing, setChoosing] = useState<Choosing | null>(null);
	const [Asking, setAsking] = useState<AskingDialog | null>(null);
	useEffect(
		() =>
			offerTools(editor, {
				choosePictures: (several, take) => setChoosing({ several, take }),
				ask: (dialog) => setAsking(() => dialog),
				describePage: (url) => host.media.describe({ url }),
				askForLink: onLink,
				find: onFind,
				openBlockMenu: onBlockMenu,
				openMenu: (asked) => {
					anchor.current = asked.anchor;
					setMenu(asked);
				},
			}),
		[editor, host, onLink, onFind, onBlockMenu],
	);
	return (
		<>
			{choosing === null ? null : (
				<Suspense>
					<PictureLibrary
						several={choosing.several}
						onTake={choosing.take}
						onFiles={(chosen) => onPictures(chosen, (media) => choosing.take(media.map(newPicture)))}
						onClose={() => setChoosing(null)}
					/>
				</Suspense>
			)}
			<MenuAt
				label={menu?.label ?? ''}
				anchor={anchor}
				isOpen={menu !== null}
				onClose={() => setMenu(null)}
				groups={menu?.groups ?? []}
				onAction={(id) => menu?.onAction(id)}
			/>
			{Asking ? <Asking editor={editor} onClose={() => setAsking(null)} /> : null}
		</>
	);
}
