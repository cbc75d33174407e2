import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { StoryFields } from '#shared/document/body/index.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { openSession } from '../../../session/open-session.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { beBusyWindow } from '../../../session/testing/busy-window.ts';
import { OneStory } from '../../../session/testing/one-story.ts';
import { textCommands } from '../commands/text-commands.ts';
import { storyExtensions } from './story-extensions.ts';
import { apply, type Edit, editArbitrary, newEditor, open } from './testing/random-edits.ts';

const complained = vi.fn();
beforeEach(() => {
	beBusyWindow();
	vi.stubGlobal('requestIdleCallback', () => 0);
	vi.stubGlobal('cancelIdleCallback', () => {});
	vi.spyOn(console, 'error').mockImplementation(complained);
	vi.spyOn(console, 'warn').mockImplementation(complained);
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

/** Fields that an editor sets beside the text. */
const fields = [
	'categories',
	'tags',
	'byline',
	'dateline',
	'leadImage',
	'trending',
	'related',
	'nextRead',
	'newsletter',
	'comments',
	'corrections',
	'embargo',
	'seo',
	'notes',
	'language',
	'targetWords',
] as const satisfies readonly (keyof StoryFields)[];

const commands = textCommands.filter(({ id }) => !/undo|redo/i.test(id));

/** One act of a monkey: an edit of the text, a command by its name, or a field beside the text. */
const actArbitrary = fc.oneof(
	{ weight: 6, arbitrary: editArbitrary.map((edit) => ({ do: 'edit' as const, edit })) },
	{ weight: 3, arbitrary: fc.nat().map((number) => ({ do: 'command' as const, number })) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('field' as const),
			name: fc.constantFrom(...fields),
			from: articleArbitrary,
		}),
	},
);
type Act = typeof actArbitrary extends fc.Arbitrary<infer One> ? One : never;

test('what a monkey makes of a story is undone to its start, and done again to the same bytes', () => {
	const seed = 20_261_201;
	const [article] = fc.sample(articleArbitrary, { numRuns: 1, seed });
	const [another] = fc.sample(articleArbitrary, { numRuns: 1, seed: seed + 1 });
	if (article === undefined || another === undefined) throw new Error('two stories were made');
	const other = open(newEditor(), another);
	const session = openSession(new OneStory(article).host, new OneStory(article).opened(), storyExtensions);
	onTestFinished(() => session.destroy());
	const { editor } = session;
	const bytes = () => JSON.stringify(session.getArticle());
	const start = bytes();
	const acts = fc.sample(actArbitrary, { numRuns: runsOf({ short: 500, long: 5000 }), seed });
	let changed = 0;
	for (const act of acts) {
		const before = editor.state.doc;
		try {
			perform(act, session, other);
		} catch (error) {
			if (!isExpected(error)) throw error;
		}
		if (editor.state.doc !== before) changed += 1;
	}
	console.log(`${acts.length} acts, ${changed} of them changed the story`);
	expect(changed).toBeGreaterThan(acts.length / 3);
	editor.state.doc.check();
	const end = bytes();
	while (editor.can().undo()) editor.commands.undo();
	expect(bytes()).toBe(start);
	while (editor.can().redo()) editor.commands.redo();
	expect(bytes()).toBe(end);
	expect(complained.mock.calls).toEqual([]);
}, 600_000);

function perform(act: Act, session: StorySession, other: Editor): void {
	const { editor } = session;
	switch (act.do) {
		case 'edit':
			if (!goesBack(act.edit)) apply(editor, act.edit, other);
			return;
		case 'command': {
			const command = commands[act.number % commands.length];
			if (command?.disabledReason(editor) === null) void command.run(editor);
			return;
		}
		default:
			session.setFields({ [act.name]: act.from[act.name] });
	}
}

/** ProseMirror throws for a step that does not fit, and changes nothing; without a page, what was done takes no focus. */
function isExpected(error: unknown): boolean {
	return error instanceof RangeError || /editor view is not available/.test(String(error));
}

/** Undoing on the way would throw away what is to be done again. */
function goesBack({ kind }: Edit): boolean {
	return kind === 14;
}
