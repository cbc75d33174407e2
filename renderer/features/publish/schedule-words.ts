import { type DateStyle, formatMoment } from '#shared/text/format-date.ts';
import { whichOfTwo } from '../../ui/controls/moment/zoned-time.ts';

/** When a story is published by itself: by the newsroom's clock, and by the editor's where that shows another time. */
export function scheduleWords(moment: string, newsroom: DateStyle, ownZone: string): string {
	const at = (timeZone: string) => formatMoment(new Date(moment), { locale: newsroom.locale, timeZone });
	const own = at(ownZone);
	const zone = newsroom.timeZone;
	const words = [`Galley publishes it by itself ${at(zone)}`];
	if (own !== at(zone)) words.push(`, which is ${own} by your own clock`);
	const which = whichOfTwo(moment, zone);
	if (which !== null) words.push(`. The clocks are put back then, so that time comes twice: the ${which} is meant`);
	return `${words.join('')}.`;
}
