/** What every host shows of a command. */
export interface CommandWords {
	readonly label: string;
	/** Other words that somebody may look for. */
	readonly keywords: readonly string[];
	/** Keys joined by `+`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. Null when it has none. */
	readonly shortcut: string | null;
	/** Whether a window asks for more before anything happens; a menu says so by three dots. */
	readonly asks?: true;
}

/**
 * The commands of the desk. A browser keeps Ctrl with N, T and W for itself, so no shortcut uses those: each of them
 * works in both hosts.
 */
export const deskCommands = {
	'story.new': { label: 'New story', keywords: ['create', 'draft', 'write'], shortcut: 'Mod+Alt+N' },
	'story.openDocument': {
		label: 'Open a document',
		keywords: ['Word', 'docx', 'odt', 'Markdown', 'HTML', 'text', 'file', 'import', 'draft'],
		shortcut: null,
		asks: true,
	},
	'story.save': { label: 'Save', keywords: ['write', 'disk'], shortcut: 'Mod+S' },
	'story.publish': {
		label: 'Publish',
		keywords: ['live', 'changes', 'schedule', 'readers', 'compare', 'discard'],
		shortcut: 'Mod+Shift+P',
		asks: true,
	},
	'story.withdraw': {
		label: 'Withdraw',
		keywords: ['take down', 'unpublish', 'retract', 'remove', 'readers', 'redirect'],
		shortcut: null,
		asks: true,
	},
	'story.duplicate': { label: 'Duplicate story', keywords: ['copy', 'clone'], shortcut: null },
	'story.find': {
		label: 'Find and replace',
		keywords: ['search', 'words', 'in the story', 'regular expression', 'substitute'],
		shortcut: 'Mod+F',
	},
	'story.outline': {
		label: 'Outline and length',
		keywords: ['subheads', 'sections', 'target', 'words', 'count', 'jump'],
		shortcut: 'Mod+Alt+O',
	},
	'story.tidy': {
		label: 'Tidy typography',
		keywords: ['quotes', 'quotation marks', 'dashes', 'apostrophes', 'spaces', 'smart', 'clean'],
		shortcut: null,
	},
	'story.trash': { label: 'Move story to the trash', keywords: ['delete', 'remove', 'bin'], shortcut: null },
	'story.close': { label: 'Close story', keywords: ['tab'], shortcut: 'Mod+Alt+W' },
	'story.next': { label: 'Next open story', keywords: ['tab'], shortcut: 'Mod+Alt+ArrowRight' },
	'story.previous': { label: 'Previous open story', keywords: ['tab', 'back'], shortcut: 'Mod+Alt+ArrowLeft' },
	'newsroom.open': { label: 'Open a newsroom', keywords: ['folder'], shortcut: 'Mod+O', asks: true },
	'newsroom.new': { label: 'New newsroom', keywords: ['folder', 'create'], shortcut: null, asks: true },
	'newsroom.settings': {
		label: 'Newsroom settings',
		keywords: ['preferences', 'categories', 'time zone'],
		shortcut: 'Mod+,',
		asks: true,
	},
	'stories.replace': {
		label: 'Find and replace in all stories',
		keywords: ['search', 'words', 'substitute', 'many', 'bulk', 'everywhere'],
		shortcut: null,
		asks: true,
	},
	'changes.last': {
		label: 'Last changes of many stories',
		keywords: ['undo', 'bulk', 'rename', 'merge', 'take back'],
		shortcut: null,
		asks: true,
	},
	'corrections.show': {
		label: 'Corrections and updates',
		keywords: ['clarifications', 'errors', 'notes', 'readers', 'told'],
		shortcut: null,
		asks: true,
	},
	'export.open': { label: 'Export', keywords: ['files', 'JSON', 'site'], shortcut: 'Mod+Shift+E', asks: true },
	'export.log': {
		label: 'Export log',
		keywords: ['targets', 'roll back', 'take back', 'site', 'who', 'when'],
		shortcut: null,
		asks: true,
	},
	'backup.create': {
		label: 'Back up the newsroom',
		keywords: ['zip', 'copy', 'archive', 'save'],
		shortcut: null,
		asks: true,
	},
	'backup.restore': {
		label: 'Restore a backup',
		keywords: ['zip', 'recover', 'bring back'],
		shortcut: null,
		asks: true,
	},
	'palette.open': {
		label: 'Go to anything',
		keywords: ['palette', 'jump', 'open', 'run', 'find', 'category', 'person'],
		shortcut: 'Mod+K',
		asks: true,
	},
	'shortcuts.show': { label: 'Keyboard shortcuts', keywords: ['keys', 'help', 'sheet'], shortcut: 'Mod+/' },
	'search.focus': { label: 'Search stories', keywords: ['find', 'list'], shortcut: 'Mod+Shift+F' },
	'preview.toggle': { label: 'Preview', keywords: ['page', 'reader', 'split'], shortcut: 'Mod+Alt+P' },
	'history.toggle': {
		label: 'History',
		keywords: ['versions', 'revisions', 'restore', 'compare', 'undo'],
		shortcut: 'Mod+Shift+H',
	},
	'navigator.fold': {
		label: 'Fold or show the navigator',
		keywords: ['pane', 'hide', 'sidebar', 'queues', 'categories', 'layout'],
		shortcut: null,
	},
	'list.fold': {
		label: 'Fold or show the list of stories',
		keywords: ['pane', 'hide', 'sidebar', 'layout'],
		shortcut: null,
	},
	'details.fold': {
		label: 'Fold or show the details',
		keywords: ['pane', 'hide', 'inspector', 'sidebar', 'layout'],
		shortcut: null,
	},
	'focus.toggle': {
		label: 'Focus mode',
		keywords: ['zen', 'distraction', 'quiet', 'full', 'write', 'only the text'],
		shortcut: 'Mod+Alt+F',
	},
	'rows.toggle': {
		label: 'Compact or roomy rows of the list',
		keywords: ['density', 'lines', 'stories', 'pictures'],
		shortcut: null,
	},
	'text.larger': { label: 'Larger text', keywords: ['size', 'zoom', 'font', 'bigger'], shortcut: null },
	'text.smaller': { label: 'Smaller text', keywords: ['size', 'zoom', 'font'], shortcut: null },
	'theme.toggle': { label: 'Switch between light and dark', keywords: ['appearance', 'night'], shortcut: null },
	'pane.next': { label: 'Next pane', keywords: ['focus', 'keyboard'], shortcut: 'F6' },
	'pane.previous': { label: 'Previous pane', keywords: ['focus', 'keyboard', 'back'], shortcut: 'Shift+F6' },
} as const satisfies Record<string, CommandWords>;

export type DeskCommandId = keyof typeof deskCommands;

/** The menus of the desktop that hold these commands, in groups between lines. */
export const desktopMenus: Readonly<Record<'file' | 'edit' | 'view', readonly (readonly DeskCommandId[])[]>> = {
	file: [
		['story.new', 'story.openDocument', 'story.duplicate', 'story.save', 'story.close', 'story.trash'],
		['newsroom.open', 'newsroom.new', 'newsroom.settings', 'changes.last'],
		['story.publish', 'story.withdraw', 'corrections.show', 'export.open', 'export.log'],
		['backup.create', 'backup.restore'],
	],
	edit: [['story.find', 'stories.replace', 'story.outline', 'story.tidy']],
	view: [
		['palette.open', 'search.focus', 'preview.toggle', 'history.toggle'],
		['story.next', 'story.previous', 'pane.next', 'pane.previous'],
		['focus.toggle', 'navigator.fold', 'list.fold', 'details.fold'],
		['text.larger', 'text.smaller', 'rows.toggle', 'theme.toggle'],
		['shortcuts.show'],
	],
};

/** What a menu calls a command: `Export…`. */
export function menuLabel({ label, asks }: Pick<CommandWords, 'label' | 'asks'>): string {
	return asks ? `${label}…` : label;
}
