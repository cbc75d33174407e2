import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from '../icon.tsx';
import './small-button.css';

export interface SmallButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
	readonly icon: LucideIcon;
	readonly size?: number;
	readonly className?: string;
	readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of one small icon inside a field or a head, which names it. */
export function SmallButton({ icon, size, className, ...rest }: SmallButtonProps) {
	return (
		<AriaButton {...rest} className={className === undefined ? 'small-button' : `small-button ${className}`}>
			<Icon of={icon} {...(size === undefined ? {} : { size })} />
		</AriaButton>
	);
}
