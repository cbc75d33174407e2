import { PencilLine, Trash2, UserRound, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Person } from '#shared/model/person.ts';
import { slugify } from '#shared/text/slug.ts';
import { useHost } from '../../host/host-context.tsx';
import { addPicture, pictureTypes } from '../../session/add-picture.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EntriesEditor } from './entries-editor.tsx';
import { newPersonDraft, type PersonDraft, type PersonErrors } from './person-drafts.ts';
import type { ReferenceQuestion } from './references/reference-question.ts';
import './people.css';

interface EditorProps {
	readonly drafts: readonly PersonDraft[];
	readonly errors: ReadonlyMap<string, PersonErrors>;
	readonly onChange: (drafts: readonly PersonDraft[]) => void;
	/** Asks what bylines are to say of somebody who was listed before. */
	readonly onAsk: (question: ReferenceQuestion) => void;
	/** Why bylines cannot be changed now; undefined when they can. */
	readonly disabledReason: string | undefined;
}

/** Who writes for the newsroom: a list, and the person that is chosen in it. */
export function PeopleEditor({ drafts, errors, onChange, onAsk, disabledReason }: EditorProps) {
	const { people } = useNewsroom().state;
	return (
		<EntriesEditor
			label="People"
			addLabel="New person"
			drafts={drafts}
			errors={errors}
			wrong="Something is missing here"
			words={({ name, role }) => ({ name, about: role })}
			make={newPersonDraft}
			onChange={onChange}
			icon={Users}
			empty="Nobody is listed yet. A byline can name anybody; for people who are listed, sites get their role, page and picture too."
			form={(draft, change, remove) => (
				<PersonForm
					draft={draft}
					errors={errors.get(draft.key) ?? {}}
					onChange={change}
					bylines={
						<BylinesButton
							draft={draft}
							listed={people.find(({ slug }) => slug === draft.key)}
							onAsk={onAsk}
							disabledReason={disabledReason}
						/>
					}
					onRemove={remove}
				/>
			)}
		/>
	);
}

function PersonForm({
	draft,
	errors,
	onChange,
	bylines,
	onRemove,
}: {
	draft: PersonDraft;
	errors: PersonErrors;
	onChange: (part: Partial<PersonDraft>) => void;
	/** What changes the name in bylines. */
	bylines: ReactNode;
	onRemove: () => void;
}) {
	const bind = (name: 'role' | 'email' | 'page' | 'languages') => ({
		value: draft[name],
		error: name === 'role' ? undefined : errors[name],
		onChange: (value: string) => onChange({ [name]: value }),
		autoComplete: 'off',
	});
	return (
		<>
			<TextField
				label="Name"
				value={draft.name}
				error={errors.name}
				autoComplete="off"
				onChange={(name) =>
					onChange(draft.slugFollows ? { name, slug: name.trim() === '' ? '' : slugify(name) } : { name })
				}
			/>
			<TextField label="Role" placeholder="World editor" {...bind('role')} />
			<TextField
				label="Slug"
				value={draft.slug}
				error={errors.slug}
				note="Bylines and sites know the person by it."
				autoComplete="off"
				spellCheck="false"
				onChange={(slug) => onChange({ slug, slugFollows: false })}
			/>
			<TextField label="Email address" type="email" {...bind('email')} />
			<TextField label="Page" placeholder="https://" {...bind('page')} />
			<TextField label="Languages" note="Language tags with commas between, such as en, fr." {...bind('languages')} />
			<PersonPicture draft={draft} onChange={onChange} />
			<div className="entries-full">
				{bylines}
				<Button icon={Trash2} onPress={onRemove}>
					Remove {draft.name || 'this person'}
				</Button>
			</div>
		</>
	);
}

/** Stories print the name that they were given; this changes it in all of them. */
function BylinesButton({
	draft,
	listed,
	onAsk,
	disabledReason,
}: {
	draft: PersonDraft;
	/** The person as the newsroom has it; undefined for one who is new. */
	listed: Person | undefined;
} & Pick<EditorProps, 'onAsk' | 'disabledReason'>) {
	if (listed === undefined) return null;
	const { name, slug: person } = listed;
	const to = draft.name.trim() === '' ? name : draft.name.trim();
	return (
		<Button
			icon={PencilLine}
			{...(disabledReason === undefined ? {} : { disabledReason })}
			onPress={() => onAsk({ kind: 'rename-author', name, to, person })}
		>
			Change the name in bylines…
		</Button>
	);
}

function PersonPicture({
	draft: { picture, name },
	onChange,
}: {
	draft: PersonDraft;
	onChange: (part: Pick<PersonDraft, 'picture'>) => void;
}) {
	const host = useHost();
	const [failure, setFailure] = useState<string | null>(null);
	const take = async (file: File | undefined) => {
		if (file === undefined) return;
		const answer = await addPicture(host, file);
		setFailure(answer.ok ? null : answer.failure.message);
		if (answer.ok) onChange({ picture: answer.value });
	};
	return (
		<div className="people-picture entries-full">
			{picture === null ? (
				<span className="people-face">
					<Icon of={UserRound} />
				</span>
			) : (
				<img className="people-face" src={host.mediaUrl(picture)} alt={`Portrait of ${name}`} />
			)}
			<FileTrigger acceptedFileTypes={pictureTypes} onSelect={(files) => void take(files?.[0])}>
				<Button kind="bordered">{picture === null ? 'Add portrait' : 'Replace portrait'}</Button>
			</FileTrigger>
			{picture === null ? null : <Button onPress={() => onChange({ picture: null })}>Remove portrait</Button>}
			{failure === null ? null : (
				<p className="field-error" role="alert">
					{failure}
				</p>
			)}
		</div>
	);
}
