import type { EditorState } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { memo } from 'react';
import { articleWordCount } from '#shared/document/article-text.ts';
import { languageName } from '#shared/text/language-name.ts';
import { readingMinutes } from '#shared/text/reading-time.ts';
import { countWords } from '#shared/text/word-count.ts';
import { useNewsroom } from '../session/newsroom-context.tsx';
import type { StorySession } from '../session/story-session.ts';
import { useField, useFromArticle } from '../session/use-story.ts';

/** How long the story is, how much of it is selected, and its language. */
export const StoryLength = memo(function StoryLength({ session }: { session: StorySession }) {
	const { locale } = useNewsroom().state.newsroom;
	const words = useFromArticle(session, articleWordCount);
	const language = useField(session, 'language');
	const selected = useEditorState({
		editor: session.editor,
		selector: ({ editor: { state } }) => countWords(selectedText(state)),
	});
	return (
		<>
			<span>
				{selected === 0 ? '' : `${selected.toLocaleString(locale)} of `}
				{words.toLocaleString(locale)} {words === 1 ? 'word' : 'words'}
				{words === 0 ? null : ` · ${readingMinutes(words)} min`}
			</span>
			<span>{languageName(language)}</span>
		</>
	);
});

function selectedText({ doc, selection: { from, to } }: EditorState): string {
	return from === to ? '' : doc.textBetween(from, to, '\n', '\n');
}
