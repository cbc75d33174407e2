/**
 * What each part of Galley may import: other parts by name, `node` for Node's own modules, packages by name, `*` for any
 * package. The first part whose folder (or file) holds a file is its own. Tests may import any package besides.
 */
export const parts = [
	{ name: 'contract/names', at: ['shared/contract/names.ts'], may: [] },
	{
		name: 'shared',
		at: ['shared/'],
		may: [
			'contract/names',
			'zod',
			'htmlparser2',
			'micromark',
			'micromark-extension-gfm',
			're2js',
			'transliteration',
			'ulid',
			'diff',
			'@internationalized/date',
		],
	},
	{
		name: 'core',
		at: ['electron/core/'],
		may: ['contract/names', 'shared', 'schema', 'node', '*'],
		never: ['electron'],
	},
	{ name: 'preload', at: ['electron/preload.ts'], may: ['contract/names', 'electron'], types: ['shared', 'desktop'] },
	{
		name: 'desktop',
		at: ['electron/main.ts', 'electron/desktop/'],
		may: ['contract/names', 'shared', 'core', 'node', '*'],
	},
	{ name: 'web', at: ['electron/web/'], may: ['contract/names', 'shared', 'core', 'node', '*'], never: ['electron'] },
	{ name: 'cli', at: ['electron/cli/'], may: ['contract/names', 'shared', 'core', 'node', '*'], never: ['electron'] },
	{
		name: 'bench',
		at: ['electron/dev/bench/'],
		may: ['contract/names', 'shared', 'core', 'dev', 'node', '*'],
		never: ['electron'],
	},
	{ name: 'dev', at: ['electron/dev/', 'vite.config.ts'], may: ['bench', 'node', '*'] },
	{ name: 'renderer', at: ['renderer/'], may: ['contract/names', 'shared', '*'], never: ['electron'] },
	{ name: 'schema', at: ['content/schema/'], may: [] },
	{ name: 'content', at: ['content/'], may: [] },
	{ name: 'interleave', at: ['e2e/interleave/'], may: ['contract/names', 'shared', 'core', 'renderer', 'node', '*'] },
	{ name: 'e2e', at: ['e2e/'], may: ['schema', 'node', '*'] },
];

/**
 * The layers inside a part, lowest first: each may import those before it and itself. A file or a folder is named from
 * the part's own folder, and the longest name that fits decides. A layer that is `apart` is many: its folders may not
 * import each other.
 */
export const orders = [
	{
		in: 'shared/',
		layers: [
			{ name: 'root', at: [''] },
			{ name: 'model', at: ['model/'] },
			{ name: 'text', at: ['text/', 'commands/'] },
			{ name: 'document', at: ['document/'] },
			{ name: 'contract', at: ['contract/'] },
		],
	},
	{
		in: 'electron/core/',
		layers: [
			{
				name: 'disk, json',
				// The files of the root here know nothing of a newsroom.
				at: ['disk/', 'json/', 'events.ts', 'jobs.ts'],
			},
			{
				name: 'articles, history, journal, media',
				// The folder's own settings are what every story needs.
				at: [
					'articles/',
					'history/',
					'journal/',
					'media/',
					'bulk/',
					'documents/',
					'newsroom/newsroom-folder.ts',
					'newsroom/words-file.ts',
					'newsroom/house-style-file.ts',
				],
			},
			{ name: 'index', at: ['index/'] },
			{ name: 'export, backup, watcher', at: ['export/', 'backup/', 'watcher/'] },
			{ name: 'newsroom', at: ['newsroom/'] },
			{
				name: 'services',
				// What answers the contract's operations for the open newsroom.
				at: [
					'services/',
					'publish/',
					'targets/',
					'create-core.ts',
					'dispatch.ts',
					'backup/backup-services.ts',
					'documents/document-services.ts',
					'history/history-services.ts',
					'journal/journal-services.ts',
				],
			},
			{ name: 'host', at: ['host/'] },
		],
	},
	{
		in: 'renderer/',
		layers: [
			{ name: 'host', at: ['host/'] },
			{ name: 'ui', at: ['ui/'] },
			{ name: 'session', at: ['session/'] },
			{ name: 'features', at: ['features/'], apart: true },
			{ name: 'commands', at: ['commands/'] },
			{ name: 'shell', at: ['shell/'] },
			{ name: 'entry', at: [''] },
		],
	},
];

/** Imports that break a rule today, each with its reason; one that breaks none any more has to leave the list. */
export const exceptions = [];
