import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { layerProblems } from './check.mjs';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout of these files, each with the paths that it imports; a path that begins with `type ` is one of types only. */
function checkout(files: Readonly<Record<string, readonly string[]>>): string {
	const root = mkdtempSync(join(tmpdir(), 'galley-layers-'));
	folders.push(root);
	for (const [file, imports] of Object.entries(files)) {
		const lines = imports.map((path) =>
			path.startsWith('type ') ? `import type { A } from '${path.slice(5)}';` : `import { a } from '${path}';`,
		);
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), `${lines.join('\n')}\nexport const a = 1;\n`);
	}
	return root;
}

const problemsOf = (files: Readonly<Record<string, readonly string[]>>) => layerProblems(checkout(files), []);

test('imports that follow the direction are no problem', () => {
	expect(
		problemsOf({
			'shared/model/article.ts': ['zod'],
			'shared/document/diff.ts': ['../model/article.ts'],
			'electron/core/json/json-tree.ts': ['#shared/model/article.ts', 'node:fs'],
			'electron/core/articles/article-store.ts': ['../json/json-tree.ts', '../history/log.ts'],
			'electron/core/history/log.ts': ['../json-tree.ts'],
			'renderer/ui/button.tsx': ['react'],
			'renderer/features/list/list.tsx': ['../../ui/button.tsx', './row.tsx'],
			'renderer/features/list/row.tsx': [],
		}),
	).toEqual([]);
});

test.each([
	['shared/model/article.ts', '../document/diff.ts', 'shared/document/diff.ts', 'document'],
	['shared/document/diff.ts', 'type ../contract/index.ts', 'shared/contract/index.ts', 'contract'],
	[
		'electron/core/disk/atomic-write.ts',
		'type ../articles/article-store.ts',
		'electron/core/articles/article-store.ts',
		'articles',
	],
	[
		'electron/core/history/log.ts',
		'#core/newsroom/open-newsroom.ts',
		'electron/core/newsroom/open-newsroom.ts',
		'newsroom',
	],
	['electron/core/index/query.ts', '../export/run.ts', 'electron/core/export/run.ts', 'export'],
	['renderer/session/session.ts', '../features/list/list.tsx', 'renderer/features/list/list.tsx', 'features'],
	['renderer/features/list/list.tsx', '../../commands/save.ts', 'renderer/commands/save.ts', 'commands'],
	['renderer/commands/save.ts', 'type ../shell/workspace.ts', 'renderer/shell/workspace.ts', 'shell'],
])('%s may not import %s', (file, target, other, layer) => {
	const problems = problemsOf({ [file]: [target], [other]: [] });
	expect(problems).toHaveLength(1);
	expect(problems[0]).toContain(`${file} (`);
	expect(problems[0]).toMatch(new RegExp(`may not import ${other}, which stands above it \\(${layer}`));
});

test('features stand apart', () => {
	expect(
		problemsOf({
			'renderer/features/list/list.tsx': ['../editor/editor.tsx'],
			'renderer/features/editor/editor.tsx': [],
		}),
	).toEqual([
		'renderer/features/list/list.tsx may not import renderer/features/editor/editor.tsx: the folders of features stand apart.',
	]);
});

test('a circle is told with one way round it, also one of types', () => {
	expect(
		problemsOf({
			'electron/core/export/a.ts': ['./b.ts'],
			'electron/core/export/b.ts': ['type ./c.ts', './d.ts'],
			'electron/core/export/c.ts': ['type ./a.ts'],
			'electron/core/export/d.ts': [],
		}),
	).toEqual([
		'These files import each other in a circle: electron/core/export/a.ts → electron/core/export/b.ts → electron/core/export/c.ts → electron/core/export/a.ts.',
	]);
});

test('a file of the core that the table does not name is told', () => {
	expect(problemsOf({ 'electron/core/new-thing.ts': [] })).toEqual([
		'electron/core/new-thing.ts belongs to no layer of electron/core/.',
	]);
});

test('tests may import what they test with from any layer', () => {
	expect(
		problemsOf({ 'renderer/session/session.test.ts': ['../shell/workspace.ts'], 'renderer/shell/workspace.ts': [] }),
	).toEqual([]);
});

test('a known exception is passed over until it is needed no more', () => {
	const [from, to] = ['electron/core/export/a.ts', 'electron/core/export/b.ts'];
	const exceptions = [{ from, to, why: 'Not mended yet.' }];
	expect(layerProblems(checkout({ [from]: ['./b.ts'], [to]: ['./a.ts'] }), exceptions)).toEqual([]);
	expect(layerProblems(checkout({ [from]: ['./b.ts'], [to]: [] }), exceptions)).toEqual([
		`The exception for ${from}, which imports ${to}, is needed no more; remove it from the rules.`,
	]);
});
