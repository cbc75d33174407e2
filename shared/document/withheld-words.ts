import type { Withheld } from '../model/withheld.ts';
import { type DateStyle, formatMoment } from '../text/format-date.ts';

/** Why readers do not get a story yet, as it follows its name: "is under embargo until it is lifted (court order)". */
export function withheldWords(withheld: Withheld, dateStyle: DateStyle): string {
	const { until } = withheld;
	const moment = until === null ? 'it is lifted' : formatMoment(new Date(until), dateStyle);
	switch (withheld.kind) {
		case 'schedule':
			return `is scheduled for ${moment}`;
		case 'embargo':
			return `is under embargo until ${moment}${inBrackets(withheld.reason)}`;
	}
}

/** Why a story under embargo until that is lifted is not published, as it follows "It". */
export function liftFirst(reason: string): string {
	return `is under embargo until it is lifted${inBrackets(reason)}. Lift the embargo first, under Dates.`;
}

function inBrackets(reason: string): string {
	return reason.trim() === '' ? '' : ` (${reason.trim()})`;
}
