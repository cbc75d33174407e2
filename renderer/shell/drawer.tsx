import { type ReactNode, useEffect, useRef } from 'react';
import { FocusScope } from 'react-aria';

/** A pane that lies over the desk until something is chosen or Escape is pressed. */
export function Drawer({
	side,
	offset = '0px',
	veiled = true,
	takesFocus = true,
	onClose,
	children,
}: {
	side: 'start' | 'end';
	/** How far from that side it begins, as CSS says it. */
	offset?: string;
	/** Whether the focus goes into it at once. */
	takesFocus?: boolean;
	/** Whether the rest is dimmed, and a click there closes the pane; without it the story beside it can be written on. */
	veiled?: boolean;
	onClose: () => void;
	children: ReactNode;
}) {
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || event.defaultPrevented) return;
			event.preventDefault();
			onClose();
		};
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, [onClose]);
	return (
		<>
			{veiled ? (
				<div
					className="drawer-scrim"
					style={side === 'start' ? { insetInlineStart: offset } : undefined}
					aria-hidden="true"
					onClick={onClose}
				/>
			) : null}
			<FocusScope restoreFocus autoFocus={takesFocus}>
				<div
					ref={frame}
					className="drawer"
					data-side={side}
					style={side === 'start' ? { insetInlineStart: offset } : { insetInlineEnd: offset }}
				>
					{children}
				</div>
			</FocusScope>
		</>
	);
}
