import { Label, Radio, RadioGroup } from 'react-aria-components';
import './choice-cards.css';

/** One of a few ways, with what it means. */
export interface Choice<Id extends string> {
	readonly id: Id;
	readonly label: string;
	readonly about: string;
}

/** One choice out of a few that each need a word: all are seen at once. */
export function ChoiceCards<Id extends string>({
	label,
	value,
	choices,
	onChange,
}: {
	label: string;
	value: Id;
	choices: readonly Choice<Id>[];
	onChange: (id: Id) => void;
}) {
	return (
		<RadioGroup
			className="choice-cards"
			value={value}
			onChange={(id) => {
				const chosen = choices.find((choice) => choice.id === id);
				if (chosen !== undefined) onChange(chosen.id);
			}}
		>
			<Label className="choice-cards-label">{label}</Label>
			<div className="choice-cards-row">
				{choices.map(({ id, label: name, about }) => (
					<Radio key={id} value={id} className="choice-card">
						<span className="choice-card-name">{name}</span>
						<span className="choice-card-about">{about}</span>
					</Radio>
				))}
			</div>
		</RadioGroup>
	);
}
