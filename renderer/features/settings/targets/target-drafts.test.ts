import { expect, test } from 'vitest';
import { checkTargets, newTarget, targetDraftsOf } from './target-drafts.ts';

const site = { ...newTarget('1', true), name: ' Site ', folder: ' site ' };

test('a target is saved without the spaces around its name and folder', () => {
	const { key: _, ...saved } = { ...site, name: 'Site', folder: 'site' };
	expect(checkTargets([site])).toEqual({ ok: true, targets: [saved] });
	expect(targetDraftsOf([saved])).toEqual([{ ...saved, key: 'Site' }]);
});

test('a target without a name or folder, or with the name of another, is told', () => {
	const checked = checkTargets([site, { ...newTarget('2', false), name: 'SITE' }, newTarget('3', false)]);
	expect(checked.ok ? null : Object.fromEntries(checked.errors)).toEqual({
		1: { name: 'Another target has this name.' },
		2: { name: 'Another target has this name.', folder: 'Say in which folder its files go.' },
		3: { name: 'Give it a name of at most 60 characters.', folder: 'Say in which folder its files go.' },
	});
});
