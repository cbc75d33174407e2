// `npm run test:crash [-- --kills N --page-kills N --seed S --lanes L]`: kills a real host, its page, or both, while a
// scripted editor types and saves, and then a real browser; and proves after each kill that a fresh start brings
// everything back, and offers nothing that the file holds.
import { randomInt } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { killPages } from './crash/kill-pages.mjs';
import { KillableHost } from './crash/killable-host.mjs';
import { readHistories, recover, unreadableFiles } from './crash/recovery.mjs';
import { OpenStory, typeUntilKilled } from './crash/scripted-editor.mjs';
import { inCache, inProject } from './paths.mjs';
import { main } from './run.mjs';

const mostSecondsLost = 1;
const storiesPerLane = 3;
/** One start in so many is killed while it recovers. */
const killsWhileRecovering = 20;
/** How many kills leave the host alive. */
const killsOfPages = 0.3;

main(async () => {
	const { kills, 'page-kills': pageKills, seed, lanes } = readOptions();
	await build(['web', 'renderer'], { quiet: true });
	const root = mkdtempSync(join(tmpdir(), 'galley-crash-'));
	// A copy, so that a build meanwhile changes nothing of what is tested.
	const host = mkdtempSync(inCache('crash-'));
	for (const part of ['dist/web/main.mjs', 'dist/core', 'dist/renderer'])
		cpSync(inProject(part), join(host, part), { recursive: true });
	const script = join(host, 'dist/web/main.mjs');
	console.log(`Kills a host ${kills} times in ${lanes} lanes, seed ${seed} …`);
	const totals = new Totals(kills);
	// Ctrl-C ends it with what was found until then.
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => totals.endEarly());
	const started = Date.now();
	const ends = await Promise.allSettled(
		Array.from({ length: lanes }, (_, lane) =>
			runLane(join(root, `lane-${lane}`), script, randomOf(seed + lane), totals),
		),
	);
	for (const end of ends) if (end.status === 'rejected') totals.problem(end.reason.stack);
	if (pageKills > 0 && totals.isFine) {
		console.log(`Kills a browser, its host, or both ${pageKills} times …`);
		await killPages({ root: join(root, 'pages'), script, random: randomOf(seed), kills: pageKills, totals }).catch(
			(error) => totals.problem(error.stack),
		);
	}
	totals.print((Date.now() - started) / 1000);
	rmSync(host, { recursive: true });
	if (totals.isFine) rmSync(root, { recursive: true });
	else console.log(`\nWhat was found is left in ${root}; seed ${seed}.`);
	// A lane that broke off leaves a host that would be waited for.
	process.exit(totals.isFine ? 0 : 1);
});

function readOptions() {
	const { values } = parseArgs({
		options: {
			kills: { type: 'string', default: '1000' },
			'page-kills': { type: 'string', default: '30' },
			seed: { type: 'string', default: String(randomInt(1_000_000)) },
			lanes: { type: 'string', default: '2' },
		},
	});
	const numbers = Object.entries(values).map(([name, value]) => {
		if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} takes a whole number, not "${value}".`);
		return [name, Number(value)];
	});
	return Object.fromEntries(numbers);
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomOf(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What all lanes found together. */
class Totals {
	kills = 0;
	killsWhileRecovering = 0;
	killsOfPages = 0;
	/** Of a real browser, by what was killed. */
	browserKills = { host: 0, page: 0, both: 0 };
	saves = 0;
	notes = 0;
	/** Seconds; a computer that is busy with other work takes longer, and so loses more. */
	slowestNote = 0;
	words = 0;
	recovered = 0;
	revisions = 0;
	lost = 0;
	unreadable = 0;
	/** Offers that say less than their file, and questions where one person has typed. */
	older = 0;
	asked = 0;
	secondsLost = 0;
	#problems = 0;

	constructor(wanted) {
		this.wanted = wanted;
	}

	/** Whether one more kill is wanted, which the caller then makes. */
	takeKill() {
		if (this.kills >= this.wanted) return false;
		this.kills += 1;
		if (this.kills % 100 === 0)
			console.log(`${this.kills} kills, ${this.saves} saves, most ${this.secondsLost.toFixed(3)} s lost`);
		return true;
	}

	endEarly() {
		this.wanted = this.kills;
	}

	problem(text) {
		this.#problems += 1;
		console.error(text);
	}

	add({ lost = [], unreadable = [], older = [], asked = [], secondsLost = 0, recovered = 0 }) {
		for (const each of older) this.problem(`Older than its file: ${each}`);
		for (const each of asked) this.problem(`Asked without need: ${each}`);
		this.older += older.length;
		this.asked += asked.length;
		for (const each of lost) this.problem(`Lost: ${each}`);
		for (const each of unreadable) this.problem(`Unreadable: ${each}`);
		this.lost += lost.length;
		this.unreadable += unreadable.length;
		this.recovered += recovered;
		this.secondsLost = Math.max(this.secondsLost, secondsLost);
	}

	get isFine() {
		return this.#problems === 0 && this.secondsLost <= mostSecondsLost && this.kills === this.wanted;
	}

	print(seconds) {
		const rows = [
			['kills', this.kills],
			['  of these while recovering', this.killsWhileRecovering],
			['  of these of the page alone', this.killsOfPages],
			...Object.entries(this.browserKills).map(([what, count]) => [`kills with a real browser: ${what}`, count]),
			['words typed', this.words],
			['acknowledged notes in the journal', this.notes],
			['acknowledged saves', this.saves],
			['recoveries from the journal', this.recovered],
			['revisions read back at the end', this.revisions],
			['acknowledged saves lost', this.lost],
			['unreadable files', this.unreadable],
			['offers older than the file', this.older],
			['questions without need', this.asked],
			['seconds of the slowest note', this.slowestNote.toFixed(3)],
			['most seconds of typing lost', this.secondsLost.toFixed(3)],
		];
		console.log(`\nAfter ${seconds.toFixed(0)} s:`);
		for (const [name, value] of rows) console.log(`${name.padEnd(36)}${String(value).padStart(10)}`);
	}
}

/** One newsroom and one editor, whose host is killed again and again. */
async function runLane(root, script, random, totals) {
	const [desk, userData, renderer] = ['desk', 'user-data', 'renderer'].map((name) => join(root, name));
	for (const folder of [userData, renderer]) mkdirSync(folder, { recursive: true });
	// Nobody opens the page; the host only looks whether there is one.
	for (const page of ['index.html', 'preview.html']) writeFileSync(join(renderer, page), '<!doctype html>');
	const args = ['--newsroom', desk, '--user-data', userData, '--renderer', renderer];
	const env = { ...process.env, HOME: root, USERPROFILE: root, GALLEY_DOCUMENTS: root };
	const start = () => KillableHost.start(script, args, env);
	let word = 0;
	const nextWord = () => {
		totals.words += 1;
		word += 1;
		return word;
	};

	let host = await start();
	await host.must('newsroom.create', { path: desk, name: 'The Crash Ledger' });
	const stories = [];
	for (let number = 0; number < storiesPerLane; number += 1) {
		const { article, revision } = await host.must('articles.create', { headline: '' });
		stories.push(new OpenStory(article, revision));
	}
	while (totals.takeKill()) {
		host.openPage();
		const typing = typeUntilKilled(host, stories, random, nextWord, totals);
		// Short spans more often than long ones; the longest lasts a second and a half.
		await Promise.race([wait(50 + 1450 * random() ** 2), typing]);
		if (random() < killsOfPages) {
			totals.killsOfPages += 1;
			await host.killPage();
			await typing;
			const { endedAt } = host;
			host.openPage();
			totals.add(await recover(host, stories, endedAt));
			continue;
		}
		await host.kill();
		await typing;
		host = await startAgain(start, stories, host.killedAt, random, totals, [desk, userData]);
	}
	const { unreadable, read } = await readHistories(host, stories);
	totals.add({ unreadable });
	totals.revisions += read;
	await host.stop();
}

/** Starts hosts until one has recovered everything; some are killed meanwhile. */
async function startAgain(start, stories, killedAt, random, totals, folders) {
	for (;;) {
		const unreadable = unreadableFiles(folders.filter((folder) => existsSync(folder)));
		totals.add({ unreadable });
		const host = await start();
		const recovery = recover(host, stories, killedAt);
		if (random() * killsWhileRecovering < 1 && totals.takeKill()) {
			totals.killsWhileRecovering += 1;
			await Promise.race([wait(random() * 40), recovery]);
			await host.kill();
		}
		try {
			const found = await recovery;
			if (host.killedAt === null && host.errors !== '') throw new Error(`The host said:\n${host.errors}`);
			totals.add(found);
			if (host.killedAt === null) return host;
		} catch (error) {
			// What was under way when the host was killed got no answer; the next one does it all.
			if (host.killedAt === null) throw error;
		}
	}
}
