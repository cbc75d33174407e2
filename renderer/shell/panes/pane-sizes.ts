import type { Pane } from '#shared/model/preferences.ts';

/** How wide each pane usually is, and what it can be made, in CSS pixels. */
export const paneSizes: Readonly<
	Record<Pane, { readonly usual: number; readonly least: number; readonly most: number }>
> = {
	navigator: { usual: 212, least: 180, most: 340 },
	list: { usual: 312, least: 240, most: 560 },
	details: { usual: 304, least: 272, most: 520 },
};
