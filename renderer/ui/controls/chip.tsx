import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type ButtonProps, Tag, type TagProps } from 'react-aria-components';
import './chip.css';
import { Icon } from '../icon.tsx';

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
			{onRemove === undefined ? null : <ChipRemove aria-label={removeLabel ?? 'Remove'} onPress={onRemove} />}
		</span>
	);
}

/** A chip that is one of a group of tags, each with a button that removes it. */
export function TagChip({
	children,
	className,
	...rest
}: Omit<TagProps, 'children' | 'className'> & { children: ReactNode; className: string }) {
	return (
		<Tag {...rest} className={`chip ${className}`}>
			{children}
			<ChipRemove slot="remove" />
		</Tag>
	);
}

/** The small round button at the end of a chip. */
export function ChipRemove({ size = 13, ...rest }: Omit<ButtonProps, 'children' | 'className'> & { size?: number }) {
	return (
		<Button {...rest} className="chip-remove">
			<Icon of={X} size={size} />
		</Button>
	);
}
