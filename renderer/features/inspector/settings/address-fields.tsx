import { useState } from 'react';
import { articleFields } from '#shared/document/fields.ts';
import { useHost } from '../../../host/host-context.tsx';
import { languageChoices } from '../../../session/names/languages.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { NameField } from '../../../ui/controls/name-field.tsx';
import { DraftField } from '../draft-field.tsx';
import { fieldMark } from '../field-focus.ts';
import { languageProblem, slugProblem } from './address-problem.ts';
import { ChangeAddress } from './change-address.tsx';

/** The story's address on the site; once it was published, it is changed deliberately, and the old one leads to the new. */
export function AddressField({ session }: { session: StorySession }) {
	const host = useHost();
	const slug = useField(session, 'slug');
	const former = useField(session, 'formerSlugs');
	const published = useField(session, 'dates').published;
	const [failure, setFailure] = useState<string | null>(null);
	const [isAsking, setIsAsking] = useState(false);

	const suggest = async () => {
		const { headline } = session.getArticle();
		if (headline.trim() === '') return setFailure('The story has no headline yet to make an address from.');
		const answer = await host.articles.suggestSlug({ id: session.id, headline });
		setFailure(answer.ok ? null : answer.failure.message);
		if (answer.ok) session.setField('slug', answer.value.slug);
	};

	return (
		<div className="inspector-fields" {...fieldMark('slug')}>
			<DraftField
				label={articleFields.slug.label}
				value={slug}
				isReadOnly={published !== null}
				problemOf={slugProblem}
				onChange={(text) => session.setField('slug', text)}
				note={published === null ? undefined : formerNote(former)}
			/>
			<div>
				{published === null ? (
					<Button kind="link" onPress={suggest}>
						Make from headline
					</Button>
				) : (
					<Button kind="link" onPress={() => setIsAsking(true)}>
						Change address…
					</Button>
				)}
			</div>
			{failure === null ? null : (
				<p className="field-error" role="alert">
					{failure}
				</p>
			)}
			{isAsking ? <ChangeAddress session={session} onClose={() => setIsAsking(false)} /> : null}
		</div>
	);
}

function formerNote(former: readonly string[]): string {
	if (former.length === 0) return 'Readers have the story at this address.';
	return `Readers who come by ${former.join(' or ')} are led here.`;
}

/** The language that the story is written in. */
export function LanguageField({ session }: { session: StorySession }) {
	const language = useField(session, 'language');
	const [problem, setProblem] = useState<string | null>(null);
	return (
		<NameField
			{...fieldMark('language')}
			label={articleFields.language.label}
			value={language}
			choices={languageChoices}
			error={problem ?? undefined}
			onChange={(tag) => {
				const wrong = languageProblem(tag);
				setProblem(wrong);
				if (wrong === null) session.setField('language', tag);
			}}
		/>
	);
}
