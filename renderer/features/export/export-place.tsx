import { Check } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { TargetState } from '#shared/contract/targets.ts';
import { Icon } from '../../ui/icon.tsx';

/** Where an export goes: to a target by its name, or to a folder when it is null. */
export type ExportPlace = string | null;

const aFolder = 'folder';
const keyOf = (place: ExportPlace) => (place === null ? aFolder : `to ${place}`);

/** The targets of the newsroom, and a folder beside them. */
export function ExportPlaces({
	place,
	targets,
	onChange,
}: {
	place: ExportPlace;
	targets: readonly TargetState[];
	onChange: (place: ExportPlace) => void;
}) {
	if (targets.length === 0) return null;
	const places: readonly { readonly place: ExportPlace; readonly label: string }[] = [
		...targets.map(({ name }) => ({ place: name, label: name })),
		{ place: null, label: 'A folder' },
	];
	return (
		<ToggleButtonGroup
			className="export-scopes export-places"
			aria-label="Where it goes"
			selectionMode="single"
			disallowEmptySelection
			selectedKeys={[keyOf(place)]}
			onSelectionChange={(keys) => {
				const chosen = places.find((one) => keys.has(keyOf(one.place)));
				if (chosen !== undefined) onChange(chosen.place);
			}}
		>
			{places.map((one) => (
				<ToggleButton key={keyOf(one.place)} id={keyOf(one.place)} className="export-scope">
					{one.place === place ? <Icon of={Check} /> : null}
					<span className="export-place-name" dir="auto">
						{one.label}
					</span>
				</ToggleButton>
			))}
		</ToggleButtonGroup>
	);
}
