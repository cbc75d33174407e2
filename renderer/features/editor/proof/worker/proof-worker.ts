import type { DictionaryName } from '#shared/text/spelling/dictionary-for.ts';
import { wordsIn } from '#shared/text/spelling/words-in.ts';
import { makeStyleGuide, type StyleGuide } from '#shared/text/style/style-guide.ts';
import { dictionaryFiles } from './dictionary-files.ts';
import type { FromWorker, Measure, ProofMark, ProofText, ToWorker } from './messages.ts';
import { createSpeller, type Speller } from './speller.ts';

// Looks through the texts that the page sends, in a thread of its own, so that no key waits for a dictionary.

/** A dictionary takes up to 150 MB, so only that of the story in front is kept. */
let last: { readonly name: DictionaryName; readonly speller: Promise<Speller> } | null = null;
let words: readonly string[] = [];
let guide: StyleGuide | null = null;
/** Asked for one after the other: a dictionary is not put away while it is used. */
let turn: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
	turn = turn.then(() => answer(data));
};

async function answer(asked: ToWorker): Promise<void> {
	if (asked.kind === 'words') {
		words = asked.words;
		await putAway();
		return;
	}
	try {
		if (asked.kind === 'rules') {
			guide = asked.rules.length === 0 ? null : await makeStyleGuide(asked.rules);
			return;
		}
		if (asked.kind === 'check') {
			tell({ kind: 'checked', id: asked.id, marks: await check(asked.texts, asked.measure) });
		} else {
			const speller = await spellerOf(asked.dictionary);
			tell({ kind: 'suggested', id: asked.id, words: speller.suggest(asked.word) });
		}
	} catch (error) {
		if ('id' in asked)
			tell({ kind: 'failed', id: asked.id, message: error instanceof Error ? error.message : String(error) });
	}
}

async function check(texts: readonly ProofText[], { dictionary, language }: Measure): Promise<ProofMark[][]> {
	const speller = dictionary === null ? null : await spellerOf(dictionary);
	return texts.map((text) => {
		const style = offStyle(text, language);
		const spelling = speller === null ? [] : misspelt(text, speller);
		// What the house style speaks of is put right with it.
		const others = spelling.filter(({ from, to }) => !style.some((one) => one.from < to && from < one.to));
		return [...style, ...others].sort((one, other) => one.from - other.from);
	});
}

function misspelt({ text, code }: ProofText, speller: Speller): ProofMark[] {
	return wordsIn(text, speller.script, code)
		.filter(({ word }) => !speller.isRight(word))
		.map(({ from, to }) => ({ kind: 'spelling', from, to }));
}

function offStyle({ text, code }: ProofText, language: string): ProofMark[] {
	return (guide?.find(text, language) ?? [])
		.filter(({ from, to }) => !code.some((one) => one.from < to && from < one.to))
		.map((found) => ({ kind: 'style', ...found }));
}

async function spellerOf(name: DictionaryName): Promise<Speller> {
	if (last?.name !== name) {
		await putAway();
		last = { name, speller: load(name) };
	}
	try {
		return await last.speller;
	} catch (error) {
		// What could not be read is asked for anew the next time.
		last = null;
		throw error;
	}
}

async function load(name: DictionaryName): Promise<Speller> {
	const [affixes, dictionary] = await Promise.all(dictionaryFiles[name].map(read));
	return createSpeller(name, affixes ?? '', dictionary ?? '', words);
}

async function read(file: URL): Promise<string> {
	const response = await fetch(file);
	if (!response.ok) throw new Error(`The dictionary cannot be read (${response.status}).`);
	return response.text();
}

async function putAway(): Promise<void> {
	const before = last;
	last = null;
	const speller = await before?.speller.catch(() => null);
	speller?.end();
}

function tell(message: FromWorker): void {
	self.postMessage(message);
}
