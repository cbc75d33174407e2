import { randomBytes } from 'node:crypto';
import { open, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Article } from '#shared/model/article.ts';
import type { Random } from './random.ts';

const ways = ['in place', 'renamed', 'as git'] as const;
/** How a program writes a file that is there already. */
type Way = (typeof ways)[number];

/** Another program that changes a story's file and knows nothing of Galley. */
export class OutsideWriter {
	/** Every word that it has written, with how. */
	readonly words = new Map<string, Way>();

	constructor(
		private readonly file: string,
		private readonly random: Random,
		private readonly name: string,
	) {}

	/** Reads the file, thinks for a moment, and writes it back with one more word, as an editor or as git would. */
	async write(): Promise<void> {
		const article = await this.#read();
		await setTimeout(this.random.of([0, 0, 5, 40]));
		const word = `${this.name}n${this.words.size}q`;
		const text = `${JSON.stringify(this.#with(article, word), null, 2)}\n`;
		const way = this.random.of(ways);
		switch (way) {
			case 'in place':
				await writeFile(this.file, text);
				break;
			case 'renamed': {
				const beside = join(dirname(this.file), `.${randomBytes(4).toString('hex')}.swp`);
				await writeFile(beside, text);
				await rename(beside, this.file);
				break;
			}
			case 'as git':
				await this.#asGit(text);
		}
		this.words.set(word, way);
	}

	async #read(): Promise<Article> {
		for (;;) {
			try {
				return JSON.parse(await readFile(this.file, 'utf8')) as Article;
			} catch (error) {
				if (!(error instanceof SyntaxError)) throw error;
				await setTimeout(5);
			}
		}
	}

	/** Git removes the old file and makes a new one; where somebody else was first it gives up and begins again. */
	async #asGit(text: string): Promise<void> {
		for (;;) {
			await unlink(this.file);
			try {
				const made = await open(this.file, 'wx');
				await made.writeFile(text);
				await made.close();
				return;
			} catch (error) {
				if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
			}
		}
	}

	#with(article: Article, word: string): Article {
		const { random } = this;
		if (random.below(4) === 0) return { ...article, headline: `${article.headline} ${word}` };
		const paragraphs = article.body.filter((block) => block.type === 'paragraph');
		const chosen = random.of(paragraphs);
		if (random.below(4) === 0) {
			return { ...article, body: [...article.body, { id: `b${word}`, type: 'paragraph', html: `Also ${word}.` }] };
		}
		const at = random.below(2);
		const body = article.body.map((block) =>
			block === chosen ? { ...chosen, html: at === 0 ? `${word} ${chosen.html}` : `${chosen.html} ${word}` } : block,
		);
		return { ...article, body };
	}
}
