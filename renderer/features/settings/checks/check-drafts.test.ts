import { expect, test } from 'vitest';
import { Limits } from '#shared/model/newsroom.ts';
import { type CheckDrafts, checkChecks, checkDraftsOf } from './check-drafts.ts';

const choices = (checks: Record<string, unknown> = {}) => ({ limits: Limits.parse({}), checks });
const changed = (checks: Record<string, unknown>, change: (drafts: CheckDrafts) => Partial<CheckDrafts>) => {
	const before = choices(checks);
	const drafts = checkDraftsOf(before);
	return checkChecks({ ...drafts, ...change(drafts) }, before);
};

test('what nobody changed stays as it is written, with all that Galley cannot use', () => {
	const written = { 'from-tomorrow': [1], placeholder: { on: false, severity: 'loud' }, 'link-empty': 7 };
	expect(changed(written, () => ({}))).toEqual({ ok: true, choices: choices(written) });
});

test('only what differs from what is usual is written', () => {
	const off = changed({}, ({ placeholder }) => ({ placeholder: { ...placeholder, isOn: false } }));
	expect(off).toMatchObject({ choices: { checks: { placeholder: { on: false } } } });
	const on = changed({ placeholder: { on: false } }, ({ placeholder }) => ({
		placeholder: { ...placeholder, isOn: true },
	}));
	expect(on).toMatchObject({ choices: { checks: {} } });
	const raised = changed({ placeholder: { on: false, colour: 'red' } }, ({ placeholder }) => ({
		placeholder: { ...placeholder, isOn: true, severity: 'error' },
	}));
	expect(raised).toMatchObject({ choices: { checks: { placeholder: { severity: 'error', colour: 'red' } } } });
});

test('a limit goes to the newsroom’s limits, and one that is no number says what to write', () => {
	const limit = (most: string) => changed({}, () => ({ 'headline-long': draft(most) }));
	const draft = (most: string) => ({ isOn: true, severity: 'warning' as const, limits: { most } });
	expect(limit(' 70 ')).toMatchObject({ ok: true, choices: { limits: { headline: 70 }, checks: {} } });
	for (const text of ['', '0', '4.5', '-3', '10001', 'x']) {
		const checked = limit(text);
		expect(checked.ok ? null : checked.errors.get('headline-long')).toEqual({
			most: 'Write a whole number from 1 to 10000.',
		});
	}
});
