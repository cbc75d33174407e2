/** Where a window stands on the desktop, in device-independent pixels. */
export interface Bounds {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A window's place as it is remembered. */
export interface WindowPlace {
	readonly bounds: Bounds;
	readonly maximized: boolean;
}

/** The size of a first window. */
export const firstSize = { width: 1440, height: 900 };
/** Below this the three panes do not fit. */
export const smallestSize = { width: 720, height: 480 };

/** So much of the title bar must show on a display that the window can be grabbed. */
const grip = { width: 120, height: 32 };

/** The remembered bounds if the window would be reachable on the present displays; else null. */
export function reachableBounds(bounds: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
	if (bounds === null || bounds.width < smallestSize.width || bounds.height < smallestSize.height) return null;
	const titleBar = { ...bounds, height: grip.height };
	const reachable = workAreas.some(
		(area) =>
			overlap(titleBar.x, titleBar.width, area.x, area.width) >= grip.width &&
			overlap(titleBar.y, titleBar.height, area.y, area.height) >= grip.height / 2,
	);
	return reachable ? bounds : null;
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
	return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}
