import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, ComboBox, FieldError, Input, ListBox, ListBoxItem } from 'react-aria-components';
import { articleFields } from '#shared/document/fields.ts';
import { languageName } from '#shared/text/language-name.ts';
import { useHost } from '../../../host/host-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { FieldLabel } from '../../../ui/controls/field-label.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import './language.css';
import { DraftField } from '../draft-field.tsx';
import { fieldMark } from '../field-focus.ts';
import { languageProblem, slugProblem } from './address-problem.ts';
import { ChangeAddress } from './change-address.tsx';
import { commonLanguages } from './languages.ts';

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
	const options = [...new Set([language, ...commonLanguages])].map((tag) => ({
		id: tag,
		name: `${languageName(tag)} (${tag})`,
	}));
	const choose = (tag: string) => {
		const wrong = languageProblem(tag);
		setProblem(wrong);
		if (wrong === null && tag !== language) session.setField('language', tag);
	};
	return (
		<ComboBox
			// The field is made anew when the language changes from elsewhere, such as by an undo.
			key={language}
			className="field"
			{...fieldMark('language')}
			defaultItems={options}
			defaultSelectedKey={language}
			allowsCustomValue
			isInvalid={problem !== null}
			validationBehavior="aria"
			onSelectionChange={(key) => {
				if (key !== null) choose(String(key));
			}}
			onBlur={(event) => {
				if (!(event.target instanceof HTMLInputElement)) return;
				const typed = event.target.value.trim();
				if (!options.some((option) => option.name === typed)) choose(typed);
			}}
		>
			<FieldLabel>{articleFields.language.label}</FieldLabel>
			<div className="combo">
				<Input className="field-input" />
				<AriaButton className="combo-button">
					<Icon of={ChevronDown} />
				</AriaButton>
			</div>
			<FieldError className="field-error">{problem}</FieldError>
			<Popover className="combo-popover" offset={4}>
				<ListBox<(typeof options)[number]> className="select-list">
					{(option) => (
						<ListBoxItem id={option.id} className="select-option" textValue={option.name}>
							{option.name}
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</ComboBox>
	);
}
