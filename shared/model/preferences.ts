import { z } from 'zod';

/** So much is kept of what was used lately in one newsroom. */
export const mostUsedLately = 20;

/** So many tabs of one newsroom are opened again with it. */
export const mostTabsKept = 12;

/** How large the text of a story is while it is written, as a part of its usual size, the smallest first. */
export const textScales = [0.9, 1, 1.15, 1.3, 1.5] as const;

/** The panes that can be folded away and made wider. */
export const panes = ['navigator', 'list', 'details'] as const;
export type Pane = (typeof panes)[number];

const PanePreference = z.strictObject({
	/** In CSS pixels; null for the usual width. */
	width: z.number().int().min(160).max(800).nullable(),
	folded: z.boolean(),
});
export type PanePreference = z.infer<typeof PanePreference>;

/** What a person prefers on this computer; never part of a newsroom. */
export const Preferences = z.strictObject({
	theme: z.enum(['system', 'light', 'dark']),
	/** Whether the page stands beside the story; null for where there is room for it beside all else. */
	preview: z.boolean().nullable(),
	panes: z.strictObject({ navigator: PanePreference, list: PanePreference, details: PanePreference }),
	/** Whether the list shows a story in one line. */
	compactRows: z.boolean(),
	textScale: z.literal(textScales),
	previewWidth: z.enum(['phone', 'tablet', 'desktop']),
	/** Whether misspelt words are underlined. */
	spelling: z.boolean(),
	/** Whether what the house style speaks of is underlined. */
	houseStyle: z.boolean(),
	/** Whether quotes, dashes and spaces get the signs of the story's language while they are typed. */
	typography: z.boolean(),
	/** Where each newsroom was last exported to, by the newsroom's path. */
	exportFolders: z.record(z.string(), z.string()),
	/** The story last open in each newsroom, by the newsroom's path. */
	lastStories: z.record(z.string(), z.string()),
	/** The tabs of each newsroom, in their order, by the newsroom's path. */
	openStories: z.record(z.string(), z.array(z.string()).max(mostTabsKept)),
	/** What was gone to or done by name in each newsroom, the newest first, by the newsroom's path; see the palette. */
	usedLately: z.record(z.string(), z.array(z.string().max(500)).max(mostUsedLately)),
	/** Which of a newsroom's people edits on this computer, a slug by the newsroom's path. */
	you: z.record(z.string(), z.string()),
	/** Who edits where that is none of the people; empty for the name of the computer's user. */
	author: z.string().max(200),
});
export type Preferences = z.infer<typeof Preferences>;

/** Some of them, to be changed. Defaults stand apart, so that what is not given stays as it is. */
export const SomePreferences = Preferences.partial();

/** What holds before anybody chose anything. */
export const preferenceDefaults: Preferences = {
	theme: 'system',
	preview: null,
	panes: {
		navigator: { width: null, folded: false },
		list: { width: null, folded: false },
		details: { width: null, folded: false },
	},
	compactRows: false,
	textScale: 1,
	previewWidth: 'desktop',
	spelling: true,
	houseStyle: true,
	typography: true,
	exportFolders: {},
	lastStories: {},
	openStories: {},
	usedLately: {},
	you: {},
	author: '',
};

/** Preferences as they were kept; a field that does not fit falls back to its default. */
export function fittingPreferences(kept: Readonly<Record<string, unknown>>): Preferences {
	const fitting = Object.entries(kept).filter(
		([name, value]) => value !== undefined && SomePreferences.safeParse({ [name]: value }).success,
	);
	return Preferences.parse({ ...preferenceDefaults, ...Object.fromEntries(fitting) });
}
