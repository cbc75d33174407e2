import type { LucideIcon } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';
import { Icon } from '../icon.tsx';
import { Tip } from '../overlays/tooltip.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'isDisabled'> {
	readonly kind?: 'primary' | 'bordered' | 'quiet' | 'link' | 'danger';
	readonly icon?: LucideIcon | undefined;
	readonly children?: ReactNode;
	/** Why it cannot be used now; shown on hover and told to a screen reader. Absent when it can. */
	readonly disabledReason?: string | undefined;
	readonly className?: string | undefined;
	readonly ref?: RefObject<HTMLButtonElement | null>;
}

/** A button with words; `primary` once a screen at most. */
export function Button({ kind = 'quiet', icon, children, disabledReason, className, onPress, ...rest }: ButtonProps) {
	const blocked = disabledReason !== undefined;
	const button = (
		<AriaButton
			{...rest}
			{...(blocked ? { 'aria-disabled': true } : onPress === undefined ? {} : { onPress })}
			className={className === undefined ? 'button' : `button ${className}`}
			data-kind={kind}
		>
			{icon === undefined ? null : <Icon of={icon} />}
			{children}
		</AriaButton>
	);
	// What is disabled stays reachable, so that its reason can be read.
	return blocked ? <Tip text={disabledReason}>{button}</Tip> : button;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
	readonly icon: LucideIcon;
	/** Its name, shown as a tooltip. */
	readonly label: string;
	/** The keys that do the same, such as `Ctrl+K`. */
	readonly shortcut?: string | undefined;
}

/** A button that is only an icon; its label is its accessible name and its tooltip. */
export function IconButton({
	icon,
	label,
	shortcut,
	kind = 'quiet',
	disabledReason,
	onPress,
	className,
	...rest
}: IconButtonProps) {
	const blocked = disabledReason !== undefined;
	return (
		<Tip text={disabledReason ?? label} shortcut={blocked ? undefined : shortcut}>
			<AriaButton
				{...rest}
				{...(blocked ? { 'aria-disabled': true } : onPress === undefined ? {} : { onPress })}
				aria-label={label}
				className={className === undefined ? 'button' : `button ${className}`}
				data-kind={kind}
				data-icon-only=""
			>
				<Icon of={icon} />
			</AriaButton>
		</Tip>
	);
}
