import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KillableHost } from '../../crash/killable-host.mjs';
import { inProject } from '../../paths.mjs';

/** Galley's web host on a newsroom, asked over its HTTP API as a browser does. */
export class Galley {
	name = 'Galley';
	#host;
	#userData;
	#cursors = [null];

	static async start(newsroom) {
		const galley = new Galley();
		galley.#userData = mkdtempSync(join(tmpdir(), 'galley-peers-'));
		const args = ['--newsroom', newsroom, '--user-data', galley.#userData];
		galley.#host = await KillableHost.start(inProject('dist/web/main.mjs'), args, process.env);
		while ((await galley.#host.must('search.index', {})).kind === 'reading') await wait(20);
		return galley;
	}

	/** The n-th page of a hundred stories, the last updated first; pages are asked in their order. */
	async list(page) {
		const cursor = this.#cursors[page - 1] ?? null;
		const { rows, next } = await this.#host.must('articles.list', { limit: 100, sort: 'updated', cursor });
		this.#cursors[page] = next;
		return rows.length;
	}

	/** The first fifty stories that the words begin, in the headline or anywhere else. */
	async search(text) {
		const { rows } = await this.#host.must('articles.list', { limit: 50, sort: 'best', text });
		return rows.length;
	}

	/** Makes a story; answers its id. */
	async add(headline) {
		const { article } = await this.#host.must('articles.create', { headline });
		return article.id;
	}

	/** A function that saves a story once more, with another text. */
	async saver(id) {
		let { article, revision } = await this.#host.must('articles.get', { id });
		return async (html) => {
			const body = [{ id: 'b1', type: 'paragraph', html }, ...article.body.slice(1)];
			const outcome = await this.#host.must('articles.save', { article: { ...article, body }, basedOn: revision });
			if (outcome.kind !== 'saved') throw new Error(`The save ended as ${outcome.kind}.`);
			({ article, revision } = outcome);
		};
	}

	async close() {
		await this.#host.stop();
		rmSync(this.#userData, { recursive: true, force: true });
	}
}
