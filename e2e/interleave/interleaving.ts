import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Core } from '#core/create-core.ts';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { answered, EditorAtDesk, facadeOf } from './editor.ts';
import { OutsideWriter } from './outside-writer.ts';
import { Random } from './random.ts';

/** What one interleaving did, and the acknowledged words that are nowhere any more. */
export interface Interleaving {
	readonly saves: number;
	readonly conflicts: number;
	readonly acknowledged: number;
	readonly outside: number;
	readonly open: number;
	readonly lost: readonly string[];
	/** Words of the other program that are nowhere. */
	readonly lostOutside: readonly string[];
}

const longestSettling = 60_000;

/** Lets two editors at two cores and another program work on one story in random order, then looks for every word. */
export async function interleave(newsroom: string, cores: readonly [Core, Core], seed: number): Promise<Interleaving> {
	const random = new Random(seed);
	const made = await makeStory(cores[0], seed);
	const openedElsewhere = await waitForStory(cores[1], made.article.id);
	const editors = [
		new EditorAtDesk(cores[0], made, random, `a${seed}`),
		new EditorAtDesk(cores[1], openedElsewhere, random, `b${seed}`),
	] as const;
	const file = join(newsroom, made.path);
	const outside = new OutsideWriter(file, random, `x${seed}`);

	const underWay: Promise<unknown>[] = [];
	let outsideWork: Promise<void> = Promise.resolve();
	for (let step = 8 + random.below(14); step > 0; step -= 1) {
		const editor = random.of(editors);
		const dice = random.below(100);
		if (dice < 45) editor.type();
		else if (dice < 70) underWay.push(editor.session.flush());
		else if (dice < 82) {
			const before = outsideWork;
			// A program that meets the moment in which git has removed the file tries again.
			outsideWork = before.then(() => retry(() => outside.write()));
		} else if (dice < 87) underWay.push(editor.decide());
		else await setTimeout(random.of([0, 1, 3, 10, 30, 120]));
		if (random.below(3) === 0) await setTimeout(0);
	}
	await Promise.all([...underWay, outsideWork]);
	const decides = random.below(2) === 0;
	await settle(file, editors, decides);

	const acknowledged = [...editors[0].acknowledged, ...editors[1].acknowledged];
	const [lost, lostOutside] = await missing(cores[0], made.article.id, file, editors, [
		acknowledged,
		[...outside.words.keys()],
	]);
	for (const { session } of editors) session.destroy();
	return {
		saves: editors[0].saves + editors[1].saves,
		conflicts: editors[0].conflicts + editors[1].conflicts,
		acknowledged: acknowledged.length,
		outside: outside.words.size,
		open: editors[0].collisions.length + editors[1].collisions.length,
		lost: lost ?? [],
		lostOutside: (lostOutside ?? []).map((word) => `${word}, written ${outside.words.get(word)}`),
	};
}

async function makeStory(core: Core, seed: number): Promise<OpenedArticle> {
	const { articles } = facadeOf(core);
	const made = answered(await articles.create({ headline: `Story ${seed}` }));
	const body = [1, 2, 3, 4].map((number) => ({
		id: `b${number}`,
		type: 'paragraph' as const,
		html: `Paragraph ${number} says what happened at the harbour that day.`,
	}));
	const outcome = answered(await articles.save({ article: { ...made.article, body }, basedOn: made.revision }));
	if (outcome.kind !== 'saved') throw new Error(`the new story was not saved: ${outcome.kind}`);
	return { ...made, article: outcome.article, revision: outcome.revision };
}

async function waitForStory(core: Core, id: ArticleId): Promise<OpenedArticle> {
	const { articles } = facadeOf(core);
	for (let tries = 0; ; tries += 1) {
		const result = await articles.get({ id });
		if (result.ok || tries > 200) return answered(result);
		await setTimeout(25);
	}
}

async function retry(work: () => Promise<void>): Promise<void> {
	for (let tries = 0; ; tries += 1) {
		try {
			return await work();
		} catch (error) {
			if (tries > 100 || !(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
			await setTimeout(5);
		}
	}
}

/** Saves, and decides what collides or leaves it open, until both desks and the file say the same. */
async function settle(file: string, editors: readonly EditorAtDesk[], decides: boolean): Promise<void> {
	const end = Date.now() + longestSettling;
	for (let quiet = 0; quiet < 3; ) {
		for (const editor of editors) {
			await editor.session.flush();
			while (decides && editor.collisions.length > 0) await editor.decide();
		}
		const before = await readFile(file, 'utf8').catch(() => '');
		await setTimeout(120);
		const after = await readFile(file, 'utf8').catch(() => '');
		const isSettled = editors.every(({ session }) => {
			const { kind } = session.getSaveState();
			return kind === 'conflict' || (kind === 'saved' && isInFile(session.getArticle().dates.updated, after));
		});
		quiet = before === after && isSettled ? quiet + 1 : 0;
		if (Date.now() > end) {
			const states = editors.map(({ session }) => session.getSaveState().kind).join(' and ');
			throw new Error(`${file} did not settle: ${states}`);
		}
	}
}

function isInFile(updated: string, text: string): boolean {
	return text.includes(`"updated": "${updated}"`);
}

async function missing(
	core: Core,
	id: ArticleId,
	file: string,
	editors: readonly EditorAtDesk[],
	lists: readonly (readonly string[])[],
): Promise<string[][]> {
	const { history } = facadeOf(core);
	const texts = [await readFile(file, 'utf8')];
	for (const editor of editors) if (editor.collisions.length > 0) texts.push(editor.onScreen);
	const { revisions } = answered(await history.list({ id, limit: 1000 }));
	for (const revision of revisions) {
		texts.push(JSON.stringify(answered(await history.get({ id, revision: revision.id }))));
	}
	return lists.map((words) => words.filter((word) => !texts.some((text) => text.includes(word))));
}
