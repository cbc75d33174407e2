import { expect, test } from 'vitest';
import { Limits, Newsroom } from '../../model/newsroom.ts';
import { checksOf, raisedChecks } from './check-settings.ts';
import { checkEntry, checkGroups, checkIds } from './check-table.ts';

const settingsOf = (checks: Record<string, unknown>, limits = Limits.parse({})) => checksOf({ checks, limits });

test('without a word of the newsroom every check runs as the table says', () => {
	const settings = settingsOf({});
	for (const id of checkIds) {
		const entry = checkEntry(id);
		const usual = Object.entries(entry.limits ?? {}).map(([name, limit]) => [name, limit.usual]);
		expect(settings.of(id)).toEqual({
			isOn: !entry.isOffAtFirst,
			severity: entry.severity,
			limits: Object.fromEntries(usual),
		});
	}
	expect(settings.faults).toEqual([]);
	expect(raisedChecks(settings)).toBe('');
});

test('the table keeps its groups together, and says of each check what is right and what to do', () => {
	const groups = checkIds.map((id) => checkEntry(id).group);
	expect([...new Set(groups)]).toEqual(Object.keys(checkGroups));
	expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual(Object.keys(checkGroups));
	for (const id of checkIds) {
		const { label, fix, severity, isRule } = checkEntry(id);
		expect(label).toMatch(/^[A-Z].*[^.]$/);
		expect(fix).toMatch(/^[A-Z].*\.$/);
		// What blocks publishing for everybody is a rule.
		expect(severity === 'error').toBe(isRule === true);
	}
});

test('a newsroom switches a check off, makes it an error and chooses its limit', () => {
	const limits = Limits.parse({ headline: 70 });
	const settings = settingsOf({ 'standfirst-missing': { severity: 'error' }, placeholder: { on: false } }, limits);
	expect(settings.of('standfirst-missing')).toMatchObject({ isOn: true, severity: 'error' });
	expect(settings.of('placeholder').isOn).toBe(false);
	expect(settings.limit('headline-long')).toBe(70);
	expect(settings.faults).toEqual([]);
	expect(raisedChecks(settings)).toBe('standfirst-missing {}');
});

test.each([
	[{ 'headline-lnog': {} }, 'There is no check “headline-lnog”'],
	[{ placeholder: true }, 'What is written of the check “placeholder” is not an object'],
	[{ placeholder: { on: 'no' } }, '“on” of the check “placeholder” must be true or false'],
	[{ placeholder: { severity: 'note' } }, '“severity” of the check “placeholder” must be "error" or "warning"'],
	[{ placeholder: { most: 3 } }, 'The check “placeholder” has no “most”'],
	// Its number stands among the newsroom's limits.
	[{ 'headline-long': { most: 3 } }, 'The check “headline-long” has no “most”'],
	[
		{ 'headline-missing': { on: false } },
		'The check “headline-missing” is a rule of publishing, so its “on” cannot be set',
	],
	[{ toString: {} }, 'There is no check “toString”'],
])('what cannot be used is told and changes nothing: %o', (checks, fault) => {
	const settings = settingsOf(checks);
	expect(settings.faults).toEqual([fault]);
	for (const id of checkIds) expect(settings.of(id)).toEqual(settingsOf({}).of(id));
});

test('one value that is wrong does not take the others with it', () => {
	const settings = settingsOf({ placeholder: { on: false, severity: 'loud' } });
	expect(settings.of('placeholder')).toMatchObject({ isOn: false, severity: 'warning' });
});

test('a newsroom keeps what it says of checks that this version does not know', () => {
	const checks = { 'from-tomorrow': { on: false, nested: [1, { a: null }] } };
	expect(Newsroom.parse({ $schema: 'urn:galley:newsroom:1', name: 'A', checks }).checks).toEqual(checks);
});
