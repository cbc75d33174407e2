import { zoneName } from '#shared/text/format-date.ts';
import type { NamedChoice } from '../../ui/controls/name-field.tsx';

let known: readonly NamedChoice[] | null = null;

/** The time zones of the platform, by their cities and what clocks there are called; made once, as it takes a moment. */
export function timeZoneChoices(): readonly NamedChoice[] {
	known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
		id: zone,
		name: nameOf(zone),
	}));
	return known;
}

function nameOf(zone: string): string {
	if (zone === 'UTC') return 'UTC';
	const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
	const clock = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
	return `${zoneName(zone)} (${clock})`;
}
