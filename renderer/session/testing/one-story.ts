import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { fail, ok, type Result } from '#shared/failure.ts';
import { Article } from '#shared/model/article.ts';
import { storyExtensions } from '../../features/editor/extensions/story-extensions.ts';
import { openSession } from '../open-session.ts';
import type { SessionHost } from '../session-host.ts';

/** A short story with a box of key points. */
export const story = Article.parse({
	$schema: 'urn:galley:article:1',
	id: '01JQ0000000000000000000000',
	slug: 'harbour',
	headline: 'Harbour',
	keyPoints: [{ id: 'k1', text: 'Boats came' }],
	body: [
		{ id: 'b1', type: 'paragraph', html: 'The <strong>harbour</strong> opened.' },
		{ id: 'b2', type: 'keyPoints' },
	],
	dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
});

/** A newsroom of one story that is kept in memory; it answers as the store does. */
export class OneStory {
	saves = 0;
	readonly reasons: string[] = [];
	failing = false;
	gone = false;
	#waiting: (() => void)[] = [];
	held = false;
	#heard: ((payload: { ids: readonly string[] }) => void)[] = [];
	constructor(public file: Article) {}

	opened(): OpenedArticle {
		return {
			article: this.file,
			revision: JSON.stringify(this.file),
			path: 'articles/2025/03/harbour.json',
			readOnly: null,
			hasChanges: false,
		};
	}
	async save(article: Article, basedOn: string): Promise<Result<SaveOutcome>> {
		this.saves += 1;
		if (this.held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		if (this.failing) return fail('disk', 'The disk is full.');
		if (this.gone) return ok({ kind: 'gone', reason: 'The file is gone.' });
		if (basedOn !== this.opened().revision) return ok({ kind: 'conflict', theirs: this.opened() });
		this.file = { ...article, dates: { ...article.dates, updated: new Date().toISOString() } };
		this.tell();
		return ok({ kind: 'saved', hasChanges: false, article: this.file, revision: this.opened().revision });
	}
	release() {
		this.held = false;
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
	tell() {
		for (const listener of this.#heard) listener({ ids: [this.file.id] });
	}
	readonly host: SessionHost = {
		mediaUrl: (media) => media,
		subscribe: (name, listener) => {
			if (name === 'articles.changed') this.#heard.push(listener as (payload: { ids: readonly string[] }) => void);
			return () => {};
		},
		subscribeConnection: () => () => {},
		journal: {
			write: async () => ok({ at: new Date().toISOString(), besideNewsroom: null }),
			clear: async () => ok(null),
		},
		articles: {
			get: async () => ok(this.opened()),
			save: async ({ article, basedOn, reason }) => {
				this.reasons.push(reason ?? 'auto');
				return this.save(Article.parse(article), basedOn);
			},
		},
	};
}

/** Opens the story on a desk. */
export const open = (newsroom: OneStory) => openSession(newsroom.host, newsroom.opened(), storyExtensions);
/** The place in the editor behind the last letter of the headline. */
export const endOfHeadline = (headline: string) => headline.length + 1;
/** Types at the end of the headline. */
export const type = (session: ReturnType<typeof open>, text: string) => {
	const { state, view } = session.editor;
	view.dispatch(state.tr.insertText(text, state.doc.child(0).content.size + 1));
};
