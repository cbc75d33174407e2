import { type KeyboardEvent, type ReactNode, useSyncExternalStore } from 'react';
import { Dialog } from 'react-aria-components';
import { Popover, type PopoverProps } from '../../ui/overlays/popover.tsx';
import './picker.css';

/** Where there is no room beside the inspector, a window that belongs there opens below. */
const tight = matchMedia('(max-width: 760px)');

function subscribe(listener: () => void): () => void {
	tight.addEventListener('change', listener);
	return () => tight.removeEventListener('change', listener);
}

/** The window of a picker beside the button that opens it. Escape closes it at once, whatever was searched. */
export function PickerPopover({
	label,
	className,
	placement,
	offset,
	children,
}: {
	label: string;
	className: string;
	placement: NonNullable<PopoverProps['placement']>;
	offset: number;
	children: ReactNode;
}) {
	const isTight = useSyncExternalStore(subscribe, () => tight.matches);
	return (
		<Popover className="picker-popover" placement={isTight ? 'bottom end' : placement} offset={isTight ? 4 : offset}>
			<Dialog className="picker" aria-label={label}>
				{({ close }) => (
					<div
						className={`picker-content ${className}`}
						role="presentation"
						onKeyDownCapture={(event) => {
							// What has opened over it, such as the help of its search, closes first.
							if (event.key !== 'Escape' || !isInside(event)) return;
							event.preventDefault();
							event.stopPropagation();
							close();
						}}
					>
						{children}
					</div>
				)}
			</Dialog>
		</Popover>
	);
}

function isInside({ currentTarget, target }: KeyboardEvent<HTMLElement>): boolean {
	return target instanceof Node && currentTarget.contains(target);
}
