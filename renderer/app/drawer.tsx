import { type ReactNode, useEffect, useRef } from 'react';
import { FocusScope } from 'react-aria';

/** A pane that lies over the desk until something is chosen, Escape is pressed or the rest is clicked. */
export function Drawer({
	side,
	offset = 0,
	onClose,
	children,
}: {
	side: 'start' | 'end';
	/** How far from that side it begins, in pixels. */
	offset?: number;
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
			<div className="drawer-scrim" aria-hidden="true" onClick={onClose} />
			<FocusScope restoreFocus autoFocus>
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
