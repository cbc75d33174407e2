import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import './popover.css';

export interface PopoverProps extends Omit<AriaPopoverProps, 'className'> {
	readonly className?: string;
}

/** A window that floats beside what opens it. */
export function Popover({ className, ...rest }: PopoverProps) {
	return <AriaPopover {...rest} className={className === undefined ? 'popover' : `popover ${className}`} />;
}
