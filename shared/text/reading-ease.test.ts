import { expect, test } from 'vitest';
import { hasReadingEase, readingCounts, readingEase, sentencesOf } from './reading-ease.ts';

const easeOf = (text: string, language: string) => readingEase(language, readingCounts(text, language));

test.each([
	['The cat sat on the mat. It was warm.', 2],
	['Mr. smith of the U.S. navy said no. “Why?” He left.', 3],
	['It cost 4.5 million euros. No more', 2],
	['« Non. » Il part. ¿Qué? Nada.', 4],
	['12. 34.', 0],
])('%s has %i sentences', (text, count) => {
	expect(sentencesOf(text)).toHaveLength(count);
});

test.each([
	['en', 'the cat likes warm baked bread', 6],
	['en', 'a newspaper in the harbour', 8],
	['de', 'die Verwaltung arbeitet', 7],
	['fr', 'une petite ville', 4],
	['es', 'el puerto viejo', 5],
])('syllables of %s: %s', (language, text, count) => {
	expect(readingCounts(text, language).syllables).toBe(count);
});

test.each([
	[
		'en',
		'The cat sat on the mat. The sun was warm. It fell asleep.',
		'Notwithstanding considerable administrative difficulties, the municipality’s representatives unanimously acknowledged the unavoidable necessity of comprehensive infrastructural modernisation.',
	],
	[
		'de',
		'Die Katze saß auf dem Dach. Die Sonne war warm. Sie schlief.',
		'Ungeachtet erheblicher verwaltungstechnischer Schwierigkeiten anerkannten die Vertreterinnen der Stadtverwaltung einstimmig die unvermeidliche Notwendigkeit umfassender Modernisierungsmaßnahmen.',
	],
	[
		'it',
		'Il gatto dorme al sole. Fa caldo. Non si muove.',
		'Nonostante considerevoli difficoltà amministrative, i rappresentanti dell’amministrazione riconobbero unanimemente l’inevitabile necessità di una modernizzazione infrastrutturale complessiva.',
	],
])('in %s short words and sentences are easier than long ones', (language, easy, hard) => {
	expect(easeOf(easy, language)).toBeGreaterThan(70);
	expect(easeOf(hard, language)).toBeLessThan(30);
});

test('nothing is said of a language without a formula, or of no words', () => {
	expect(hasReadingEase('pt-BR')).toBe(true);
	expect(hasReadingEase('ar')).toBe(false);
	expect(easeOf('نص قصير.', 'ar')).toBeNull();
	expect(easeOf('', 'en')).toBeNull();
});
