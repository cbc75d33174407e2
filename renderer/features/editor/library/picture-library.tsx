import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { FileTrigger, ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import type { LibraryPicture } from '#shared/contract/newsroom.ts';
import type { GalleryPicture } from '#shared/model/block.ts';
import { useHost } from '../../../host/host-context.tsx';
import { pictureTypes } from '../../../session/add-picture.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Dialog, DialogSpace } from '../../../ui/overlays/dialog.tsx';
import './library.css';
import { PictureDetails } from './picture-details.tsx';
import { usePictures } from './use-pictures.ts';

export interface PictureLibraryProps {
	/** Whether more than one can be chosen. */
	readonly several: boolean;
	readonly onTake: (pictures: readonly GalleryPicture[]) => void;
	readonly onFiles: (files: readonly File[]) => void;
	readonly onClose: () => void;
}

/** Chooses pictures of the newsroom, or takes new ones from files. */
export default function PictureLibrary({ several, onTake, onFiles, onClose }: PictureLibraryProps) {
	const host = useHost();
	const [text, setText] = useState('');
	const [chosen, setChosen] = useState<readonly LibraryPicture[]>([]);
	const { kind, pictures, total, message, more } = usePictures(text);
	const list = useRef<HTMLDivElement>(null);

	const take = (taken: readonly LibraryPicture[]) => {
		if (taken.length === 0) return;
		onClose();
		// A caption speaks of the story that it stood in.
		onTake(taken.map(({ media, alt, credit }) => ({ media, alt, caption: '', credit })));
	};
	const choose = (keys: Selection) => {
		// What was chosen among other words stays chosen.
		const known = [...chosen, ...pictures];
		const wanted = keys === 'all' ? pictures.map(({ media }) => media) : [...keys];
		setChosen(wanted.flatMap((key) => known.find(({ media }) => media === key) ?? []));
	};
	return (
		<Dialog
			title={several ? 'Choose pictures' : 'Choose a picture'}
			size="wide"
			onClose={onClose}
			foot={
				<>
					<FileTrigger
						acceptedFileTypes={pictureTypes}
						allowsMultiple
						onSelect={(files) => {
							onClose();
							onFiles([...(files ?? [])]);
						}}
					>
						<Button kind="bordered">Add from this computer…</Button>
					</FileTrigger>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						onPress={() => take(chosen)}
						disabledReason={chosen.length === 0 ? 'Choose a picture first.' : undefined}
					>
						{chosen.length > 1 ? `Use ${chosen.length} pictures` : 'Use picture'}
					</Button>
				</>
			}
		>
			<div className="library">
				<div className="library-search">
					<TextField
						label="Search pictures"
						labelHidden
						autoFocus
						value={text}
						onChange={setText}
						onKeyDown={(event) => {
							if (event.key !== 'ArrowDown') return event.continuePropagation();
							event.preventDefault();
							list.current?.focus();
						}}
						placeholder="Search alt text, captions, credits and headlines"
					/>
					<span role="status" className="library-count">
						{kind === 'failed' ? message : total === 1 ? '1 picture' : `${total.toLocaleString('en')} pictures`}
					</span>
				</div>
				<div className="library-panes">
					<ListBox
						ref={list}
						aria-label="Pictures of the newsroom"
						className="library-grid"
						layout="grid"
						escapeKeyBehavior="none"
						items={pictures.map((picture) => ({ ...picture, id: picture.media }))}
						selectionMode={several ? 'multiple' : 'single'}
						selectionBehavior={several ? 'toggle' : 'replace'}
						selectedKeys={chosen.map(({ media }) => media)}
						onSelectionChange={choose}
						{...(several ? {} : { onAction: (key) => take(pictures.filter(({ media }) => media === key)) })}
						onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
							if (scrollHeight - scrollTop - clientHeight < clientHeight) more();
						}}
						renderEmptyState={() => (
							<p className="library-empty">
								{kind === 'loading'
									? 'Looking for pictures…'
									: text.trim() === ''
										? 'This newsroom has no pictures yet. Add the first from this computer.'
										: 'No picture has these words.'}
							</p>
						)}
					>
						{(picture) => (
							<ListBoxItem
								id={picture.media}
								textValue={picture.alt || 'A picture without alt text'}
								className="library-picture"
							>
								<img src={host.mediaUrl(picture.media)} alt="" loading="lazy" decoding="async" draggable={false} />
								<span className="library-words" dir="auto">
									{picture.alt || 'No alt text'}
								</span>
								<span className="library-check">
									<Icon of={Check} size={14} />
								</span>
							</ListBoxItem>
						)}
					</ListBox>
					<PictureDetails picture={chosen.at(-1) ?? null} />
				</div>
			</div>
		</Dialog>
	);
}
