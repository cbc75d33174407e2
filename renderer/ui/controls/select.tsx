import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, SelectValue } from 'react-aria-components';
import './select.css';
import { Icon } from '../icon.tsx';
import { Popover } from '../overlays/popover.tsx';
import { FieldLabel } from './field-label.tsx';

export interface SelectOption {
	readonly id: string;
	readonly label: string;
}

/** One choice out of a few. */
export function Select({
	label,
	labelHidden = false,
	value,
	options,
	onChange,
}: {
	label: string;
	labelHidden?: boolean;
	value: string;
	options: readonly SelectOption[];
	onChange: (id: string) => void;
}) {
	return (
		<AriaSelect
			className="select"
			value={value}
			onChange={(key) => {
				if (key !== null) onChange(String(key));
			}}
		>
			<FieldLabel hidden={labelHidden}>{label}</FieldLabel>
			<Button className="select-button">
				<SelectValue />
				<Icon of={ChevronDown} />
			</Button>
			<Popover offset={4}>
				<ListBox className="select-list">
					{options.map((option) => (
						<ListBoxItem key={option.id} id={option.id} className="select-option">
							{option.label}
						</ListBoxItem>
					))}
				</ListBox>
			</Popover>
		</AriaSelect>
	);
}
