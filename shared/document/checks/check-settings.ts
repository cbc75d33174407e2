import { z } from 'zod';
import type { Newsroom } from '../../model/newsroom.ts';
import type { Problem } from '../../model/problem.ts';
import { type CheckEntry, type CheckId, checkEntry, checkIds, isCheckId } from './check-table.ts';

/** How a check runs in a newsroom. */
export interface CheckSetting {
	readonly isOn: boolean;
	readonly severity: Problem['severity'];
	readonly limits: Readonly<Record<string, number>>;
}

/** How all checks run in a newsroom. */
export interface CheckSettings {
	readonly of: (id: CheckId) => CheckSetting;
	/** A limit of a check. */
	readonly limit: (id: CheckId, name?: string) => number;
	/** What `newsroom.json` says of checks that Galley cannot use, in sentences; it stays in the file. */
	readonly faults: readonly string[];
}

type Written = Pick<Newsroom, 'limits' | 'checks'>;

const known = new WeakMap<Written, CheckSettings>();

/** How the checks run by the settings of a newsroom; what cannot be used counts as not written. */
export function checksOf(newsroom: Written): CheckSettings {
	let made = known.get(newsroom);
	if (made === undefined) {
		made = readChecks(newsroom);
		known.set(newsroom, made);
	}
	return made;
}

function readChecks({ limits, checks }: Written): CheckSettings {
	const faults = Object.keys(checks)
		.filter((name) => !isCheckId(name))
		.map((name) => `There is no check “${name}”`);
	const settings = new Map<CheckId, CheckSetting>();
	for (const id of checkIds) {
		const entry = checkEntry(id);
		const written = readOne(id, entry, checks[id], faults);
		const ofLimits = Object.entries(entry.limits ?? {}).map(([name, { usual, of }]) => {
			const number = of === undefined ? written[name] : limits[of];
			return [name, typeof number === 'number' ? number : usual] as const;
		});
		settings.set(id, {
			isOn: entry.isRule || (written.on ?? !entry.isOffAtFirst),
			severity: entry.isRule ? entry.severity : (written.severity ?? entry.severity),
			limits: Object.fromEntries(ofLimits),
		});
	}
	const of = (id: CheckId): CheckSetting => {
		const setting = settings.get(id);
		if (setting === undefined) throw new Error(`no settings of ${id}`);
		return setting;
	};
	return { of, limit: (id, name = 'most') => of(id).limits[name] ?? Number.POSITIVE_INFINITY, faults };
}

/** The checks that run in a newsroom, in the order of the table. */
export function checksOn(settings: CheckSettings): CheckId[] {
	return checkIds.filter((id) => settings.of(id).isOn);
}

/** The checks that the newsroom made errors, which are no rules of publishing; the same ones give the same words. */
export function raisedChecks(settings: CheckSettings): string {
	const raised = checkIds.filter((id) => {
		const { isOn, severity } = settings.of(id);
		return isOn && severity === 'error' && !checkEntry(id).isRule;
	});
	return raised.map((id) => `${id} ${JSON.stringify(settings.of(id).limits)}`).join();
}

const Shared = z.object({ on: z.boolean().optional(), severity: z.enum(['error', 'warning']).optional() });
type OneWritten = z.infer<typeof Shared> & { readonly [limit: string]: unknown };

/** What is written of one check, value by value: one that is wrong does not take the others with it. */
function readOne(id: CheckId, entry: CheckEntry, written: unknown, faults: string[]): OneWritten {
	if (written === undefined) return {};
	if (typeof written !== 'object' || written === null || Array.isArray(written)) {
		faults.push(`What is written of the check “${id}” is not an object`);
		return {};
	}
	const read: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(written)) {
		const limit = Object.hasOwn(entry.limits ?? {}, name) ? entry.limits?.[name] : undefined;
		if (limit !== undefined && limit.of === undefined) {
			const number = z.int().min(limit.least).max(limit.most).safeParse(value);
			if (number.success) read[name] = number.data;
			else faults.push(`“${name}” of the check “${id}” must be a whole number from ${limit.least} to ${limit.most}`);
		} else if (name === 'on' || name === 'severity') {
			if (entry.isRule) faults.push(`The check “${id}” is a rule of publishing, so its “${name}” cannot be set`);
			else if (Shared.shape[name].safeParse(value).success) read[name] = value;
			else
				faults.push(
					`“${name}” of the check “${id}” must be ${name === 'on' ? 'true or false' : '"error" or "warning"'}`,
				);
		} else faults.push(`The check “${id}” has no “${name}”`);
	}
	return { ...Shared.parse(read), ...read };
}
