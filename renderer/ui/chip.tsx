import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './chip.css';
import { Icon } from './icon.tsx';

export type ChipTone = 'plain' | 'accent' | 'mark' | 'amber' | 'green';

/** A small rounded label, with a button that removes it when `onRemove` is given. */
export function Chip({
	tone = 'plain',
	children,
	removeLabel,
	onRemove,
}: {
	tone?: ChipTone;
	children: ReactNode;
	/** The accessible name of the remove button, such as "Remove Technology". */
	removeLabel?: string;
	onRemove?: () => void;
}) {
	return (
		<span className="chip" data-tone={tone}>
			{children}
			{onRemove === undefined ? null : (
				<Button className="chip-remove" aria-label={removeLabel ?? 'Remove'} onPress={onRemove}>
					<Icon of={X} size={13} />
				</Button>
			)}
		</span>
	);
}
