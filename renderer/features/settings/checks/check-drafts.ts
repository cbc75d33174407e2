import { type CheckSetting, checksOf } from '#shared/document/checks/check-settings.ts';
import { type CheckId, checkEntry, checkIds } from '#shared/document/checks/check-table.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';

/** How a check is to run, as it is typed. */
export interface CheckDraft {
	readonly isOn: boolean;
	readonly severity: CheckSetting['severity'];
	readonly limits: Readonly<Record<string, string>>;
}
export type CheckDrafts = Readonly<Record<CheckId, CheckDraft>>;
/** What is wrong with the limits of a check, by their names. */
export type CheckErrors = Readonly<Record<string, string>>;

/** What a newsroom's settings say of its checks. */
export type CheckChoices = Pick<Newsroom, 'limits' | 'checks'>;

/** Begins to edit how the checks run. */
export function checkDraftsOf(newsroom: CheckChoices): CheckDrafts {
	const settings = checksOf(newsroom);
	const drafts = checkIds.map((id) => {
		const { isOn, severity, limits } = settings.of(id);
		const typed = Object.entries(limits).map(([name, number]) => [name, String(number)]);
		return [id, { isOn, severity, limits: Object.fromEntries(typed) }] as const;
	});
	// Every check of the table is in it.
	return Object.fromEntries(drafts) as Record<CheckId, CheckDraft>;
}

export type CheckedChecks =
	| { readonly ok: true; readonly choices: CheckChoices }
	| { readonly ok: false; readonly errors: ReadonlyMap<CheckId, CheckErrors> };

/** Makes settings of what was typed, or says what is wrong; what was not changed stays as it is written. */
export function checkChecks(drafts: CheckDrafts, before: CheckChoices): CheckedChecks {
	const settings = checksOf(before);
	const errors = new Map<CheckId, CheckErrors>();
	const limits = { ...before.limits };
	const checks: Record<string, unknown> = { ...before.checks };
	for (const id of checkIds) {
		const entry = checkEntry(id);
		const draft = drafts[id];
		const now = settings.of(id);
		const chosen: Choice[] = [
			{ name: 'on', now: now.isOn, next: draft.isOn, usual: !entry.isOffAtFirst },
			{ name: 'severity', now: now.severity, next: draft.severity, usual: entry.severity },
		];
		for (const [name, limit] of Object.entries(entry.limits ?? {})) {
			const text = draft.limits[name]?.trim() ?? '';
			const next = /^\d+$/.test(text) ? Number(text) : Number.NaN;
			if (!(next >= limit.least && next <= limit.most)) {
				const error = `Write a whole number from ${limit.least} to ${limit.most}.`;
				errors.set(id, { ...errors.get(id), [name]: error });
			} else if (limit.of !== undefined) limits[limit.of] = next;
			else chosen.push({ name, now: now.limits[name], next, usual: limit.usual });
		}
		const written = withChoices(before.checks[id], chosen);
		if (written === undefined) delete checks[id];
		else checks[id] = written;
	}
	return errors.size > 0 ? { ok: false, errors } : { ok: true, choices: { limits, checks } };
}

interface Choice {
	readonly name: string;
	readonly now: unknown;
	readonly next: unknown;
	readonly usual: unknown;
}

/** What is written of a check with what was changed of it; undefined when there is nothing to write. */
function withChoices(written: unknown, choices: readonly Choice[]): unknown {
	const changed = choices.filter(({ now, next }) => now !== next);
	if (changed.length === 0) return written;
	const isObject = typeof written === 'object' && written !== null && !Array.isArray(written);
	const made: Record<string, unknown> = isObject ? { ...written } : {};
	for (const { name, next, usual } of changed) {
		if (next === usual) delete made[name];
		else made[name] = next;
	}
	return Object.keys(made).length === 0 ? undefined : made;
}
