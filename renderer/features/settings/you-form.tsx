import type { Slug } from '#shared/model/category.ts';
import type { Person } from '#shared/model/person.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import { Select } from '../../ui/controls/select.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';

/** Who edits on this computer: one of the newsroom's people, or a name of its own. */
export interface You {
	/** Null for somebody who is none of the people. */
	readonly person: Slug | null;
	/** The name of somebody who is none of them; empty for the name of the computer's user. */
	readonly name: string;
	/** What Galley does while one writes. */
	readonly writing: Pick<Preferences, 'spelling' | 'houseStyle' | 'typography'>;
}

const nobody = ' nobody';

/** Asks who edits here, and what Galley does while one writes. */
export function YouForm({
	you,
	people,
	onChange,
}: {
	you: You;
	people: readonly Person[];
	onChange: (you: You) => void;
}) {
	const person = people.some(({ slug }) => slug === you.person) ? you.person : null;
	return (
		<div className="settings-grid">
			{people.length === 0 ? null : (
				<div className="settings-full">
					<Select
						label="You are"
						value={person ?? nobody}
						options={[
							...people.map(({ slug, name, role }) => ({ id: slug, label: role === '' ? name : `${name}, ${role}` })),
							{ id: nobody, label: 'Somebody else' },
						]}
						onChange={(id) => onChange({ ...you, person: id === nobody ? null : id })}
					/>
				</div>
			)}
			{person === null ? (
				<div className="settings-full">
					<TextField
						label="Your name"
						note="It stands in the history beside what you save. It is kept on this computer; left empty, the name of the computer's user is taken."
						value={you.name}
						maxLength={200}
						autoComplete="off"
						onChange={(name) => onChange({ ...you, name })}
					/>
				</div>
			) : (
				<p className="field-note settings-full">Your name stands in the history beside what you save.</p>
			)}
			<section className="settings-part settings-full" aria-labelledby="while-you-write">
				<h3 id="while-you-write">While you write</h3>
				<Switch
					label="Set quotes, dashes and spaces as the story’s language has them"
					isSelected={you.writing.typography}
					onChange={(typography) => onChange({ ...you, writing: { ...you.writing, typography } })}
				/>
				<Switch
					label="Underline what the house style avoids"
					isSelected={you.writing.houseStyle}
					onChange={(houseStyle) => onChange({ ...you, writing: { ...you.writing, houseStyle } })}
				/>
				<Switch
					label="Underline misspelt words"
					isSelected={you.writing.spelling}
					onChange={(spelling) => onChange({ ...you, writing: { ...you.writing, spelling } })}
				/>
				<p className="field-note">
					Spelling is looked up in the story’s language: English, French, Spanish, Portuguese, Dutch, Swedish, Polish,
					Russian or Turkish. There is no dictionary for other languages; those of German, Italian and Ukrainian may not
					be given away with Galley.
				</p>
			</section>
		</div>
	);
}
