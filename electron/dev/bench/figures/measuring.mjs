import { runProgram } from '../run-program.mjs';

/** How often a heavy figure is measured: more often for newsrooms that are quick. */
export const roundsOf = ({ articles }, small, large) => (articles > 20_000 ? large : small);

/** Milliseconds as seconds. */
export const seconds = (milliseconds) => milliseconds.map((value) => value / 1000);

/** Runs one program several times, each in a process of its own, and gathers what it measured. */
export async function inRounds(name, options, rounds) {
	const samples = {};
	for (let round = 0; round < rounds; round += 1) {
		for (const [key, values] of Object.entries((await runProgram(name, options)).samples)) {
			samples[key] = [...(samples[key] ?? []), ...values];
		}
	}
	return samples;
}

/** Opens the newsroom once, so that its index is there and as the files are. */
export async function ensureIndexed(bench) {
	if (bench.isIndexed) return;
	await runProgram('opening', bench.options);
	bench.isIndexed = true;
}
