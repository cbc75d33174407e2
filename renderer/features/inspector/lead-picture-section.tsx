import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, DropZone, FileTrigger } from 'react-aria-components';
import { articleFields, partLabel } from '#shared/document/fields.ts';
import type { Picture } from '#shared/model/block.ts';
import { useHost } from '../../host/host-context.tsx';
import { addPicture, pictureTypes } from '../../session/add-picture.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { middle, movePoint, pointInWords, toPoint } from '../../ui/focus-point.ts';
import { Icon } from '../../ui/icon.tsx';
import './lead-picture.css';
import { Section } from './section.tsx';

/** The picture at the top of the story, with its words and the point that cropping keeps. */
export function LeadPictureSection({ session }: { session: StorySession }) {
	const host = useHost();
	const picture = useField(session, 'leadImage');
	const [state, setState] = useState<{ kind: 'idle' } | { kind: 'adding' } | { kind: 'failed'; message: string }>({
		kind: 'idle',
	});

	const take = async (file: File | undefined) => {
		if (!file) return;
		setState({ kind: 'adding' });
		const answer = await addPicture(host, file);
		if (!answer.ok) return setState({ kind: 'failed', message: answer.failure.message });
		setState({ kind: 'idle' });
		const old = session.getField('leadImage');
		// Caption and credit often hold for the next version of a picture too; what it shows and where does not.
		session.setField('leadImage', {
			media: answer.value,
			alt: old?.media === answer.value ? old.alt : '',
			caption: old?.caption ?? '',
			credit: old?.credit ?? '',
			focus: null,
		});
	};
	const change = (part: Partial<Picture>) => {
		const present = session.getField('leadImage');
		if (present !== null) session.setField('leadImage', { ...present, ...part });
	};

	return (
		<Section title={articleFields.leadImage.label} field="leadImage">
			<DropZone
				className="picture-drop"
				aria-label="Drop a picture here"
				getDropOperation={(types) => (pictureTypes.some((type) => types.has(type)) ? 'copy' : 'cancel')}
				onDrop={async (event) => {
					const item = event.items.find((dropped) => dropped.kind === 'file');
					if (item?.kind === 'file') await take(await item.getFile());
				}}
			>
				{picture === null ? (
					<FileTrigger acceptedFileTypes={pictureTypes} onSelect={(files) => take(files?.[0])}>
						<AriaButton className="picture-add">
							<Icon of={ImagePlus} />
							{state.kind === 'adding' ? 'Adding the picture…' : 'Add lead picture'}
						</AriaButton>
					</FileTrigger>
				) : (
					<>
						<FocusPicker picture={picture} src={host.mediaUrl(picture.media)} onChange={(focus) => change({ focus })} />
						<div className="picture-actions">
							<FileTrigger acceptedFileTypes={pictureTypes} onSelect={(files) => take(files?.[0])}>
								<Button kind="bordered">{state.kind === 'adding' ? 'Adding…' : 'Replace picture'}</Button>
							</FileTrigger>
							<Button onPress={() => session.setField('leadImage', null)}>Remove picture</Button>
						</div>
					</>
				)}
			</DropZone>
			{state.kind === 'failed' ? (
				<p className="field-error" role="alert">
					{state.message}
				</p>
			) : null}
			{picture === null ? null : (
				<div className="inspector-fields">
					<div data-first-focus="">
						<TextField
							label={partLabel('leadImage.alt')}
							value={picture.alt}
							rows={2}
							note={picture.alt.trim() === '' ? 'What the picture shows, for those who cannot see it.' : undefined}
							onChange={(alt) => change({ alt: alt.replace(/\n/g, ' ') })}
						/>
					</div>
					<TextField
						label={partLabel('leadImage.caption')}
						value={picture.caption}
						onChange={(caption) => change({ caption })}
					/>
					<TextField
						label={partLabel('leadImage.credit')}
						value={picture.credit}
						onChange={(credit) => change({ credit })}
					/>
				</div>
			)}
		</Section>
	);
}

function FocusPicker({
	picture,
	src,
	onChange,
}: {
	picture: Picture;
	src: string;
	onChange: (focus: [number, number]) => void;
}) {
	const [isBroken, setBroken] = useState<string | null>(null);
	const focus = picture.focus ?? middle;
	if (isBroken === src)
		return <p className="picture-broken">The file of this picture is missing or cannot be shown.</p>;
	return (
		<>
			<AriaButton
				className="focus-picker"
				aria-label={`Focus point, ${pointInWords(focus)}`}
				onPress={(event) => {
					if (event.pointerType === 'keyboard' || event.pointerType === 'virtual') return;
					const { width, height } = event.target.getBoundingClientRect();
					onChange(toPoint(event.x / width, event.y / height));
				}}
				onKeyDown={(event) => {
					const moved = movePoint(focus, event.key, event.shiftKey ? 1 : 5);
					if (moved === null) return event.continuePropagation();
					event.preventDefault();
					onChange(moved);
				}}
			>
				<img src={src} alt={picture.alt} draggable={false} onError={() => setBroken(src)} />
				{/* Percent of the picture itself, so left in every direction of writing. */}
				<span className="focus-dot" style={{ left: `${focus[0] * 100}%`, top: `${focus[1] * 100}%` }} />
			</AriaButton>
			<p className="field-note">Click what cropping must keep, or move the point with the arrow keys.</p>
		</>
	);
}
