import type { EditorState } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { memo } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger } from 'react-aria-components';
import { articleWordCount } from '#shared/document/article-text.ts';
import { languageName } from '#shared/text/language-name.ts';
import { readingMinutes } from '#shared/text/reading-time.ts';
import { dictionaryFor } from '#shared/text/spelling/dictionary-for.ts';
import { countWords } from '#shared/text/word-count.ts';
import { outline } from '../commands/story/outline.ts';
import { Outline } from '../features/outline/outline.tsx';
import { useNewsroom } from '../session/newsroom-context.tsx';
import type { StorySession } from '../session/story-session.ts';
import { useField, useFromArticle } from '../session/use-story.ts';
import { Popover } from '../ui/overlays/popover.tsx';
import { useWorkspace, useWorkspaceState } from './workspace/use-workspace.ts';

/** How long the story is, how much of it is selected, and its language. */
export const StoryLength = memo(function StoryLength({ session }: { session: StorySession }) {
	const { locale } = useNewsroom().state.newsroom;
	const words = useFromArticle(session, articleWordCount);
	const language = useField(session, 'language');
	const target = useField(session, 'targetWords');
	const workspace = useWorkspace();
	const { dialog, preferences } = useWorkspaceState();
	const selected = useEditorState({
		editor: session.editor,
		selector: ({ editor: { state } }) => countWords(selectedText(state)),
	});
	const close = () => workspace.change({ dialog: null });
	const ofTarget = target !== null && selected === 0;
	return (
		<>
			<DialogTrigger
				isOpen={dialog?.kind === 'outline'}
				onOpenChange={(isOpen) => workspace.change({ dialog: isOpen ? { kind: 'outline' } : null })}
			>
				<AriaButton className="outline-button" aria-label={`${outline.label}: ${words.toLocaleString(locale)} words`}>
					{selected === 0 ? '' : `${selected.toLocaleString(locale)} of `}
					{words.toLocaleString(locale)}
					{ofTarget ? ` of ${target.toLocaleString(locale)}` : ''} {words === 1 && !ofTarget ? 'word' : 'words'}
					{words === 0 ? null : ` · ${readingMinutes(words)} min`}
				</AriaButton>
				<Popover placement="top start" offset={6}>
					<Dialog className="outline-dialog" aria-label={outline.label}>
						<Outline session={session} onClose={close} />
					</Dialog>
				</Popover>
			</DialogTrigger>
			<span>{languageName(language)}</span>
			{preferences.spelling && dictionaryFor(language, locale) === null ? <span>No spelling dictionary</span> : null}
		</>
	);
});

function selectedText({ doc, selection: { from, to } }: EditorState): string {
	return from === to ? '' : doc.textBetween(from, to, '\n', '\n');
}
