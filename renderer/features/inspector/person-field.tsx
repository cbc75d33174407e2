import { useCallback } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, useFilter } from 'react-aria-components';
import type { BylineEntry } from '#shared/model/article.ts';
import type { Person } from '#shared/model/person.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { FieldLabel } from '../../ui/controls/field-label.tsx';
import { Popover } from '../../ui/overlays/popover.tsx';
import './person-field.css';

/** Somebody whom the field offers: one of the people, or a name that stories have. */
interface Offered {
	readonly id: string;
	readonly name: string;
	readonly about: string;
	readonly person: Person | null;
}

const mostOffered = 12;

/** A name in the byline: one of the newsroom's people, a name that other stories have, or any other. */
export function PersonField({
	entry,
	onChange,
}: {
	entry: BylineEntry;
	onChange: (named: Pick<BylineEntry, 'name' | 'person'>) => void;
}) {
	const host = useHost();
	const { people } = useNewsroom().state;
	const { contains } = useFilter({ sensitivity: 'base' });
	const begins = entry.name.trim().slice(0, 200);
	const ask = useCallback(() => host.articles.facets({ of: 'author', begins, limit: mostOffered }), [host, begins]);
	const { value: known } = useAnswer(ask);

	const names = new Set(people.map(({ name }) => name));
	const offered: Offered[] = [
		...people.map((person) => ({ id: `person ${person.slug}`, name: person.name, about: person.role, person })),
		...(known ?? [])
			.filter(({ value }) => !names.has(value))
			.map(({ value }) => ({ id: `name ${value}`, name: value, about: '', person: null })),
	];
	const chosen = people.find(({ slug, name }) => slug === entry.person && name === entry.name);
	const items = offered.filter(({ name }) => chosen !== undefined || contains(name, begins)).slice(0, mostOffered);

	return (
		<ComboBox
			className="field person-field"
			inputValue={entry.name}
			items={items}
			allowsCustomValue
			menuTrigger="input"
			selectedKey={chosen === undefined ? null : `person ${chosen.slug}`}
			onInputChange={(name) => {
				if (name === entry.name) return;
				// A name that is typed whole is the person of that name, if there is only one.
				const [only, ...others] = people.filter((person) => person.name === name.trim());
				onChange({ name, person: only !== undefined && others.length === 0 ? only.slug : null });
			}}
			onSelectionChange={(key) => {
				const picked = offered.find(({ id }) => id === key);
				if (picked !== undefined) onChange({ name: picked.name, person: picked.person?.slug ?? null });
			}}
		>
			<FieldLabel hidden>Name</FieldLabel>
			<Input className="field-input" placeholder="Name" />
			<Popover className="person-popover" offset={4}>
				<ListBox<Offered> className="select-list">
					{({ id, name, about }) => (
						<ListBoxItem id={id} className="select-option person-option" textValue={name}>
							<span dir="auto">{name}</span>
							{about === '' ? null : (
								<span className="person-about" dir="auto">
									{about}
								</span>
							)}
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</ComboBox>
	);
}
