import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';

/** The search field at the top of a picker; inside an `Autocomplete` it steers the list below it. */
export function PickerSearch({
	label,
	placeholder,
	help,
}: {
	label: string;
	placeholder?: string;
	/** Where more than words can be searched for: the button that explains how. */
	help?: ReactNode;
}) {
	return (
		<SearchField className="picker-search" aria-label={label} autoFocus>
			<Icon of={Search} />
			<Input placeholder={placeholder ?? label} />
			{help}
			<Button className="picker-search-clear">
				<Icon of={X} size={14} />
			</Button>
		</SearchField>
	);
}
