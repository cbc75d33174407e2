import type { Preferences } from '#shared/model/preferences.ts';

export type PreviewWidth = Preferences['previewWidth'];

/** How wide a reader's window is, in CSS pixels. A desktop's grows with the pane. */
export const pageWidths: Readonly<Record<PreviewWidth, number>> = { phone: 390, tablet: 768, desktop: 840 };

/** How large the page is laid out and how much it is scaled to fit a pane of this size. */
export interface PageSize {
	readonly width: number;
	readonly height: number;
	readonly scale: number;
}

/** Fits a reader's window into a pane: scaled down where it is wider, never scaled up. */
export function pageSize(wanted: PreviewWidth, pane: { readonly width: number; readonly height: number }): PageSize {
	const paneWidth = Math.max(1, pane.width);
	const width = wanted === 'desktop' ? Math.max(pageWidths.desktop, paneWidth) : pageWidths[wanted];
	const scale = Math.min(1, paneWidth / width);
	return { width, height: Math.max(1, pane.height) / scale, scale };
}
