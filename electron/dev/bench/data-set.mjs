import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../paths.mjs';
import { writeNewsroom } from './data/newsroom.mjs';

/** A path inside `.bench`, which holds all that the bench makes and can be deleted. */
export const inBench = (...parts) => inProject('.bench', ...parts);

/** Makes the newsroom of so many stories, or takes the one that an earlier run made; answers its folder. */
export function prepareDataSet(articles, seed, say) {
	const folder = inBench(`newsroom-${articles}-${seed}`);
	const stamp = `${folder}.made`;
	const generator = generatorFingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === generator) return folder;
	// The stamp is written last, so that a newsroom without it is unfinished.
	rmSync(stamp, { force: true });
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(inBench(), { recursive: true });
	say(`Making ${articles.toLocaleString('en')} stories …`);
	const started = Date.now();
	writeNewsroom(folder, { articles, seed });
	writeFileSync(stamp, generator);
	say(`Made them in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
	return folder;
}

/** Changes whenever the generator does, so that no old newsroom is measured. */
function generatorFingerprint() {
	const root = inProject('electron/dev/bench/data');
	const hash = createHash('sha256');
	for (const name of readdirSync(root, { recursive: true }).sort()) {
		if (name.endsWith('.mjs')) hash.update(name).update(readFileSync(join(root, name)));
	}
	return hash.digest('hex');
}
