import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './tooltip.css';

/** Shows a line of text beside a button while it is hovered or focused. */
export function Tip({
	text,
	shortcut,
	children,
}: {
	text: string;
	shortcut?: string | undefined;
	children: ReactNode;
}) {
	return (
		<TooltipTrigger delay={600} closeDelay={80}>
			{children}
			<Tooltip className="tooltip" offset={6}>
				{text}
				{shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
			</Tooltip>
		</TooltipTrigger>
	);
}
