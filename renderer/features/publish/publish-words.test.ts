import { expect, test } from 'vitest';
import { dueWords } from './due-words.ts';
import { scheduleWords } from './schedule-words.ts';

const brussels = { locale: 'en-GB', timeZone: 'Europe/Brussels' };

test('a time is told by the newsroom’s clock, by the editor’s where that differs, and which of two it is', () => {
	const summer = scheduleWords('2025-07-01T07:00:00Z', brussels, 'Europe/Paris');
	expect(summer).toBe('Galley publishes it by itself 1 July 2025, 09:00 CEST.');
	expect(scheduleWords('2025-07-01T07:00:00Z', brussels, 'Asia/Tokyo')).toContain('16:00 GMT+9 by your own clock.');
	expect(scheduleWords('2025-10-26T00:30:00Z', brussels, 'Europe/Brussels')).toContain('twice: the first is meant.');
});

test('what was published in time, late or not at all is told in a sentence each', () => {
	const story = { id: '01JQNV3M8Z4T6W9X2Y5B7C0001', headline: 'Harbour opens', scheduled: '2025-07-01T07:00:00Z' };
	const report = {
		published: [story],
		failed: [{ ...story, headline: ' ', reason: 'It has errors.' }],
		held: [{ ...story, reason: 'Lift it.' }],
	};
	const [inTime, failed, held] = dueWords(report, new Date('2025-07-01T07:00:10Z'), brussels);
	expect(inTime).toBe('“Harbour opens” was published at 09:00, as scheduled.');
	expect(failed).toBe('An untitled story was due 1 July 2025, 09:00 CEST and could not be published. It has errors.');
	expect(held).toBe('“Harbour opens” was due 1 July 2025, 09:00 CEST and waits. Lift it.');
	const [late] = dueWords({ published: [story], failed: [], held: [] }, new Date('2025-07-02T07:00:00Z'), brussels);
	expect(late).toMatch(/was published only now; its time was .*09:00 CEST\.$/);
});
