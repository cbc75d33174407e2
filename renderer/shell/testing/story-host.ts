import type { OpenedArticle } from '#shared/contract/articles.ts';
import { makeFacade } from '#shared/contract/index.ts';
import { fail, ok, type Result } from '#shared/failure.ts';
import { Article } from '#shared/model/article.ts';
import { type Preferences, preferenceDefaults } from '#shared/model/preferences.ts';
import type { Host } from '../../host/host.ts';

interface Input {
	readonly id?: string;
	readonly ids?: readonly string[];
	readonly article?: unknown;
	readonly headline?: string;
}

/** A newsroom of a few stories kept in memory, for the tests of the desk. */
export class StoryHost {
	readonly stories = new Map<string, Article>();
	readonly trashed = new Map<string, Article>();
	preferences: Preferences = preferenceDefaults;
	failing = false;
	/** The names of the operations that were asked for. */
	readonly asked: string[] = [];

	constructor(...headlines: string[]) {
		for (const headline of headlines) this.add(headline);
	}

	add(headline: string): Article {
		const number = this.stories.size + this.trashed.size;
		const story = Article.parse({
			$schema: 'urn:galley:article:1',
			id: `01JQ${String(number).padStart(22, '0')}`,
			slug: `story-${number}`,
			headline,
			body: [{ id: 'b1', type: 'paragraph', html: '' }],
			dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
		});
		this.stories.set(story.id, story);
		return story;
	}

	readonly host: Host = {
		...makeFacade(async (name, input) => {
			this.asked.push(name);
			return this.#answer(name, input as Input);
		}),
		subscribe: () => () => {},
		subscribeConnection: () => () => {},
		subscribeMenu: () => () => {},
		mediaUrl: (media) => media,
		connection: () => 'open',
		inNewsroom: () => this.host,
	};

	#answer(name: string, input: Input): Result<unknown> {
		const id = input.id ?? '';
		const story = this.stories.get(id);
		switch (name) {
			case 'articles.create':
				return ok(opened(this.add(input.headline ?? '')));
			case 'articles.duplicate':
				return story === undefined ? gone : ok(opened(this.add(story.headline)));
			case 'articles.get':
				return story === undefined ? gone : ok(opened(story));
			case 'articles.save': {
				if (this.failing) return fail('disk', 'The disk is full.');
				const saved = Article.parse(input.article);
				if (!this.stories.has(saved.id)) return ok({ kind: 'gone', reason: 'The file of this story is gone.' });
				this.stories.set(saved.id, saved);
				return ok({ kind: 'saved', hasChanges: false, article: saved, revision: opened(saved).revision });
			}
			case 'articles.linked':
				return ok((input.ids ?? []).filter((one) => this.stories.has(one)).map((one) => ({ id: one })));
			case 'articles.trash':
				if (story === undefined) return gone;
				this.stories.delete(id);
				this.trashed.set(id, story);
				return ok({ id });
			case 'articles.discardUntouched':
				if (story?.headline !== '') return ok({ discarded: false });
				this.stories.delete(id);
				return ok({ discarded: true });
			case 'articles.restore': {
				const back = this.trashed.get(id);
				if (back === undefined) return gone;
				this.trashed.delete(id);
				this.stories.set(id, back);
				return ok({ id });
			}
			case 'journal.write':
				return ok({ at: new Date().toISOString(), besideNewsroom: null });
			case 'journal.clear':
				return ok(null);
			case 'preferences.set':
				this.preferences = { ...this.preferences, ...(input as Partial<Preferences>) };
				return ok(this.preferences);
			default:
				return fail('not-found', `${name} is not part of this test`);
		}
	}
}

const gone = fail('not-found', 'This story is gone.');

function opened(article: Article): OpenedArticle {
	return {
		article,
		revision: JSON.stringify(article),
		path: `articles/2025/03/${article.slug}.json`,
		readOnly: null,
		hasChanges: false,
	};
}
