// Makes a newsroom of invented stories: `npm run bench:data -- --articles N --seed S --out FOLDER`.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { isStarted, main } from './run.mjs';

/** A whole number from an option; anything else is refused with the option's name. */
export function wholeNumber(name, text, least) {
	const value = Number(text);
	if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${name} must be a whole number from ${least}.`);
	return value;
}

if (isStarted(import.meta.url)) {
	main(async () => {
		const { values } = parseArgs({
			options: {
				articles: { type: 'string', default: '1000' },
				seed: { type: 'string', default: '1' },
				out: { type: 'string' },
			},
		});
		const articles = wholeNumber('articles', values.articles, 0);
		const seed = wholeNumber('seed', values.seed, 0);
		if (values.out === undefined) throw new Error('Say where the newsroom goes: --out FOLDER.');
		const folder = resolve(values.out);
		if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
		await ensureInstalled();
		const { writeNewsroom } = await import('./bench/data/newsroom.mjs');
		const started = Date.now();
		const { bytes } = writeNewsroom(folder, { articles, seed });
		const seconds = ((Date.now() - started) / 1000).toFixed(1);
		console.log(`${articles.toLocaleString('en')} stories, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s: ${folder}`);
	});
}
