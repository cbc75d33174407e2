import { useRef } from 'react';
import { mergeProps, useFocusRing, useMove } from 'react-aria';
import type { Pane, PanePreference } from '#shared/model/preferences.ts';
import { useWorkspace, useWorkspaceState } from '../workspace/use-workspace.ts';
import { paneSizes } from './pane-sizes.ts';
import './pane-divider.css';

const names: Readonly<Record<Pane, string>> = {
	navigator: 'Width of the navigator',
	list: 'Width of the list of stories',
	details: 'Width of the details',
};
/** How far a key moves it, in CSS pixels. */
const keyStep = 16;

/**
 * The line beside a pane that makes it wider: by mouse, with the arrow keys, and at its usual width again by a double
 * click or Enter. Drawn in far under its least width, the pane folds away.
 */
export function PaneDivider({ pane }: { pane: Pane }) {
	const workspace = useWorkspace();
	const { panes } = useWorkspaceState().preferences;
	const { usual, least, most } = paneSizes[pane];
	const width = panes[pane].width ?? usual;
	const line = useRef<HTMLHRElement>(null);
	/** Where the mouse has drawn it, which may be more than it can be. */
	const drawn = useRef(width);
	const keep = (part: Partial<PanePreference>) => {
		const { panes: now } = workspace.getState().preferences;
		void workspace.prefer({ panes: { ...now, [pane]: { ...now[pane], ...part } } });
	};
	const fitting = (wanted: number) => Math.round(Math.min(most, Math.max(least, wanted)));
	const { moveProps } = useMove({
		onMoveStart() {
			drawn.current = width;
		},
		onMove({ deltaX, pointerType }) {
			const outward = pane === 'details' ? -deltaX : deltaX;
			drawn.current += pointerType === 'keyboard' ? outward * keyStep : outward;
			// Kept at the end; until then only the page knows.
			line.current?.closest<HTMLElement>('.app')?.style.setProperty(`--${pane}-width`, `${fitting(drawn.current)}px`);
		},
		onMoveEnd() {
			if (drawn.current < least / 2) keep({ folded: true, width: panes[pane].width });
			else keep({ width: fitting(drawn.current) });
		},
	});
	const { focusProps, isFocusVisible } = useFocusRing();
	const setUsual = () => keep({ width: null });
	return (
		<hr
			{...mergeProps(moveProps, focusProps)}
			ref={line}
			tabIndex={0}
			className="pane-divider"
			data-focus-visible={isFocusVisible ? '' : undefined}
			aria-orientation="vertical"
			aria-label={names[pane]}
			aria-valuenow={width}
			aria-valuemin={least}
			aria-valuemax={most}
			title="Drag to resize; double-click for the usual width"
			onDoubleClick={setUsual}
			onKeyUp={(event) => {
				if (event.key === 'Enter') setUsual();
			}}
		/>
	);
}
