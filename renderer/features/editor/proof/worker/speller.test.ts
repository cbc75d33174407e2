import { expect, test } from 'vitest';
import { type DictionaryName, dictionaryNames } from '#shared/text/spelling/dictionary-for.ts';
import { wordsIn } from '#shared/text/spelling/words-in.ts';
import { createSpeller } from './speller.ts';

const folder = '../../../../../node_modules';
const files = import.meta.glob<string>('../../../../../node_modules/dictionary-*/index.{aff,dic}', {
	query: '?raw',
	import: 'default',
});

/** The speller of a dictionary as it is shipped. */
async function spellerOf(name: DictionaryName, words: readonly string[] = []) {
	const read = async (ending: string) => (await files[`${folder}/dictionary-${name}/index.${ending}`]?.()) ?? '';
	return createSpeller(name, await read('aff'), await read('dic'), words);
}

/** The words of a text that its dictionary does not know. */
async function misspelt(name: DictionaryName, text: string, words: readonly string[] = []) {
	const speller = await spellerOf(name, words);
	const found = wordsIn(text, speller.script).filter(({ word }) => !speller.isRight(word));
	speller.end();
	return found.map(({ word }) => word);
}

const sentences: Readonly<Record<DictionaryName, readonly [text: string, wrong: readonly string[]]>> = {
	en: ['It’s a well-known café; the color of teh mill doesn’t matter.', ['teh']],
	'en-gb': ['The colour of the harbour pleased the organisers, but not the nieghbours.', ['nieghbours']],
	'en-au': ['The labour of the harbour’s workers was recieved well.', ['recieved']],
	'en-ca': ['The colour of the centre was beautifull.', ['beautifull']],
	es: ['El niño comió una manzanna en la calle.', ['manzanna']],
	fr: ['Aujourd’hui, l’eau qu’il boit vient peut-être de la rivierre.', ['rivierre']],
	nl: ['De burgemeester zei dat zo’n molen mooj is.', ['mooj']],
	pl: ['Dziękuję za pięknny dzień.', ['pięknny']],
	pt: ['Você não sabe onde fica a cidadde.', ['cidadde']],
	'pt-pt': ['O comboio chegou à estacção ontem.', ['estacção']],
	ru: ['Мельница стоит на берегу рреки, рядом с The Mill.', ['рреки']],
	sv: ['Förhandlingarna i kommmunen fortsätter på måndag.', ['kommmunen']],
	tr: ['Değirmen nehrin kıyısındda duruyor.', ['kıyısındda']],
};

test.each(dictionaryNames)('the dictionary %s knows its language, and what is wrong in it', async (name) => {
	const [text, wrong] = sentences[name];
	expect(await misspelt(name, text)).toEqual(wrong);
});

test('the newsroom’s words are right, with their genitive and in capitals, and are offered', async () => {
	const text = 'Rosenlunda’s mill, in ROSENLUNDA and rosenlunda';
	expect(await misspelt('en-gb', text)).toEqual(['Rosenlunda’s', 'ROSENLUNDA', 'rosenlunda']);
	expect(await misspelt('en-gb', text, ['Rosenlunda'])).toEqual(['rosenlunda']);
	const speller = await spellerOf('en-gb', ['Rosenlunda']);
	expect(speller.suggest('Rosenlnda')[0]).toBe('Rosenlunda');
});

test('what was likely meant comes first, with the apostrophe of the text', async () => {
	const speller = await spellerOf('en-gb');
	expect(speller.suggest('teh')[0]).toBe('the');
	expect(speller.suggest('dont')[0]).toBe('don’t');
	expect(speller.suggest('recieve')[0]).toBe('receive');
	expect(speller.suggest("it'ss").every((word) => !word.includes('’'))).toBe(true);
	expect(speller.suggest('Xqzvbk').length).toBeLessThanOrEqual(6);
});
