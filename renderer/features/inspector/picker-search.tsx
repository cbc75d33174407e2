import { Search, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';

/** The search field at the top of a picker; inside an `Autocomplete` it steers the list below it. */
export function PickerSearch({
	label,
	placeholder,
	help,
	onEnter,
}: {
	label: string;
	placeholder?: string;
	/** Where more than words can be searched for: the button that explains how. */
	help?: ReactNode;
	/** Hears of Enter before the list does; the list never does when it answers true. */
	onEnter?: () => boolean;
}) {
	const hearEnter = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || !onEnter?.()) return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div className="picker-search-keys" role="presentation" onKeyDownCapture={hearEnter}>
			<SearchField className="picker-search" aria-label={label} autoFocus>
				<Icon of={Search} />
				<Input placeholder={placeholder ?? label} />
				{help}
				<Button className="picker-search-clear">
					<Icon of={X} size={14} />
				</Button>
			</SearchField>
		</div>
	);
}
