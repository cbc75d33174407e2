import type { Core } from '#core/create-core.ts';
import { askCore } from '#core/testing/ask-core.ts';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import { type Facade, makeFacade } from '#shared/contract/index.ts';
import type { Collision } from '#shared/document/merge/collision.ts';
import type { Result } from '#shared/failure.ts';
import { storyExtensions } from '../../renderer/features/editor/extensions/story-extensions.ts';
import { openSession } from '../../renderer/session/open-session.ts';
import type { SessionHost } from '../../renderer/session/session-host.ts';
import type { StorySession } from '../../renderer/session/story-session.ts';
import type { Random } from './random.ts';

/** What a core answers, or the failure as an error. */
export function answered<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

/** The contract over a core, with everything as JSON on its way, as both hosts do it. */
export function facadeOf(core: Core): Facade {
	return makeFacade(async (name, input) => {
		const json = JSON.stringify(input);
		return askCore(core, name, JSON.parse(json), json.length);
	});
}

/** One person at one desk, with the session that the app uses; only the screen is missing. */
export class EditorAtDesk {
	readonly session: StorySession;
	/** Words that a save acknowledged. */
	readonly acknowledged = new Set<string>();
	saves = 0;
	conflicts = 0;
	#words = 0;

	constructor(
		core: Core,
		opened: OpenedArticle,
		private readonly random: Random,
		private readonly name: string,
	) {
		const facade = facadeOf(core);
		const host: SessionHost = {
			mediaUrl: (media) => media,
			subscribe: (name, listener) =>
				core.subscribe((event) => {
					if (event.name === name) listener(event.payload as Parameters<typeof listener>[0]);
				}),
			subscribeConnection: () => () => {},
			journal: facade.journal,
			articles: {
				get: facade.articles.get,
				save: async (input) => {
					const sent = JSON.stringify(input.article);
					const result = await facade.articles.save(input);
					if (result.ok && result.value.kind === 'saved') {
						this.saves += 1;
						for (const [word] of sent.matchAll(new RegExp(`${this.name}n\\d+q`, 'g'))) this.acknowledged.add(word);
					} else if (result.ok && result.value.kind === 'conflict') this.conflicts += 1;
					return result;
				},
			},
		};
		this.session = openSession(host, opened, storyExtensions);
	}

	/** Types one word somewhere in the story. */
	type(): void {
		const { session, random } = this;
		const word = `${this.name}n${this.#words}q`;
		this.#words += 1;
		if (random.below(8) === 0) {
			session.setField('notes', `${session.getField('notes')} ${word}`.trim());
			return;
		}
		const { state, view, schema } = session.editor;
		if (random.below(6) === 0) {
			const paragraph = schema.nodes.paragraph?.create({}, schema.text(`New ${word}.`));
			if (paragraph) view.dispatch(state.tr.insert(state.doc.content.size, paragraph));
			return;
		}
		const places: number[] = [];
		state.doc.descendants((node, position) => {
			if (!node.isTextblock) return;
			places.push(position + 1, position + 1 + node.content.size);
		});
		const at = random.of(places);
		const isStart = state.doc.resolve(at).parentOffset === 0;
		view.dispatch(state.tr.insertText(isStart ? `${word} ` : ` ${word}`, at));
	}

	get collisions(): readonly Collision[] {
		const state = this.session.getSaveState();
		return state.kind === 'conflict' ? state.collisions : [];
	}

	/** Decides one collision, if there is one. */
	async decide(): Promise<void> {
		const [collision] = this.collisions;
		if (collision) await this.session.decide(this.random.of(['mine', 'theirs', 'both']), [collision.id]);
	}

	/** What the screen holds: the story, and the other side of what nobody has decided yet. */
	get onScreen(): string {
		return JSON.stringify([this.session.getArticle(), this.collisions]);
	}
}
