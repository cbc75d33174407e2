import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { User } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { storyUrl } from '#shared/document/page/story-url.ts';
import { statusEntry } from '#shared/model/status.ts';
import { safeHref } from '#shared/model/url.ts';
import { fuzzyMatch } from '#shared/text/fuzzy-match.ts';
import { markText } from '#shared/text/search-marks.ts';
import { parseSearch } from '#shared/text/search-query.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useStorySearch } from '../../../session/use-story-search.ts';
import { shownKeys } from '../../../ui/command-entry.ts';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { Icon } from '../../../ui/icon.tsx';
import { blockCommands } from '../blocks/index.ts';
import { type Suggestion, SuggestionList } from './suggestion-list.tsx';
import { type Suggesting, suggesting } from './suggestions.ts';

/** So many stories and people are offered at once. */
const mostShown = 8;

/** It is typed in a paragraph. */
const offeredBlocks = blockCommands.filter(({ id }) => id !== 'block.paragraph');

interface Offer {
	readonly editor: Editor;
	readonly session: StorySession;
	readonly what: Suggesting;
}

/** What is offered at the cursor, while there is something to offer. */
export function SuggestionPopover({ editor, session }: Omit<Offer, 'what'>) {
	const what = useEditorState({ editor, selector: () => suggesting(editor) });
	switch (what?.kind) {
		case undefined:
			return null;
		case 'block':
			return <Blocks editor={editor} session={session} what={what} />;
		case 'story':
			return <Stories editor={editor} session={session} what={what} />;
		case 'person':
			return <People editor={editor} session={session} what={what} />;
	}
}

function Blocks({ editor, what }: Offer) {
	const suggestions = offeredBlocks
		.flatMap((command) => {
			const match = fuzzyMatch(command.label, what.query, command.keywords);
			return match === null ? [] : [{ command, match }];
		})
		// As they stand in the menus, where nothing is typed.
		.sort((a, b) => (what.query === '' ? 0 : b.match.score - a.match.score))
		.map(
			({ command, match }): Suggestion => ({
				id: command.id,
				label: match.parts,
				mark: <Icon of={command.icon} />,
				shortcut: shownKeys(command),
				disabledReason: command.disabledReason(editor) ?? undefined,
				take: () => void command.run(editor),
			}),
		);
	return <SuggestionList editor={editor} what={what} label="Blocks" suggestions={suggestions} />;
}

function Stories({ editor, session, what }: Offer) {
	const { state, categoryLabel } = useNewsroom();
	const words = what.query.trim();
	const search = useStorySearch(words, session.id, mostShown);
	const isBehind = search.kind === 'loading' || search.words !== words;
	const terms = useMemo(() => parseSearch(words).terms, [words]);
	const suggestions = search.stories.map((story): Suggestion => {
		const headline = storyTitle(story.headline);
		const status = statusEntry(story.status).label;
		const [category] = story.categories;
		return {
			id: story.id,
			label: markText(headline, terms),
			mark: <StatusDot status={story.status} />,
			note: category === undefined ? status : `${status} · ${categoryLabel(category)}`,
			take: () => insertLinked(editor, headline, storyUrl(state.newsroom.siteUrl, story.slug)),
		};
	});
	return (
		<SuggestionList
			editor={editor}
			what={what}
			label="Stories to link to"
			suggestions={suggestions}
			isBehind={isBehind}
			nothing={search.kind === 'failed' ? search.message : 'No other story has these words.'}
		/>
	);
}

function People({ editor, what }: Offer) {
	const host = useHost();
	const { people } = useNewsroom().state;
	const words = what.query.trim();
	const ask = useCallback(() => host.articles.facets({ of: 'author', begins: words, limit: mostShown }), [host, words]);
	const { value: names } = useAnswer(ask);
	const known = new Set(people.map(({ name }) => name));
	const offered = [
		...people,
		...(names ?? []).filter(({ value }) => !known.has(value)).map(({ value }) => ({ name: value, role: '', page: '' })),
	];
	const suggestions = offered
		.flatMap((person) => {
			const match = fuzzyMatch(person.name, words);
			return match === null ? [] : [{ person, match }];
		})
		.sort((a, b) => (words === '' ? 0 : b.match.score - a.match.score))
		.slice(0, mostShown)
		.map(
			({ person: { name, role, page }, match }): Suggestion => ({
				id: name,
				label: match.parts,
				mark: <Icon of={User} />,
				note: role === '' ? undefined : role,
				take: () => insertLinked(editor, name, page),
			}),
		);
	return <SuggestionList editor={editor} what={what} label="People" suggestions={suggestions} />;
}

/** Writes words at the cursor, linked where there is an address. */
function insertLinked(editor: Editor, text: string, address: string): void {
	const { state, view } = editor;
	const { link } = state.schema.marks;
	const href = safeHref(address);
	const marks = state.storedMarks ?? state.selection.$from.marks();
	const linked = link !== undefined && href !== null ? link.create({ href }).addToSet(marks) : marks;
	const change = state.tr.replaceSelectionWith(state.schema.text(text, linked), false);
	// What is typed next is no part of the link.
	view.dispatch(change.setStoredMarks(marks).scrollIntoView());
}
