import { useCallback } from 'react';
import type { LibraryPicture } from '#shared/contract/newsroom.ts';
import { ok } from '#shared/failure.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { storyTitle } from '../../../ui/display/story-title.ts';

/** What is known of the picture that was chosen last, and where it stands. */
export function PictureDetails({ picture }: { readonly picture: LibraryPicture | null }) {
	const host = useHost();
	const media = picture?.media ?? null;
	const ask = useCallback(async () => (media === null ? ok([]) : await host.media.uses({ media })), [host, media]);
	const { value } = useAnswer(ask);
	if (picture === null)
		return (
			<p className="library-details library-hint">Choose a picture to see what is said of it, and where it stands.</p>
		);
	return (
		<section className="library-details" aria-label="The chosen picture">
			<img src={host.mediaUrl(picture.media)} alt={picture.alt} />
			<dl>
				<Words label="Alt text" text={picture.alt} />
				<Words label="Caption" text={picture.caption} />
				<Words label="Credit" text={picture.credit} />
			</dl>
			<h3>
				{picture.stories === 0
					? 'In no story yet'
					: picture.stories === 1
						? 'In 1 story'
						: `In ${picture.stories} stories`}
			</h3>
			<ul>
				{(value ?? []).map(({ id, headline }) => (
					<li key={id} dir="auto">
						{storyTitle(headline)}
					</li>
				))}
			</ul>
		</section>
	);
}

function Words({ label, text }: { readonly label: string; readonly text: string }) {
	if (text.trim() === '') return null;
	return (
		<>
			<dt>{label}</dt>
			<dd dir="auto">{text}</dd>
		</>
	);
}
