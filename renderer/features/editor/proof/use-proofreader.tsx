import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { StyleRule } from '#shared/model/house-style.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import { languageName } from '#shared/text/language-name.ts';
import { dictionaryFor } from '#shared/text/spelling/dictionary-for.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { afterDrawing } from '../../../ui/after-drawing.ts';
import { showToast } from '../../../ui/overlays/toast.tsx';
import type { Asked } from './asked.ts';
import { ProofMenu } from './proof-menu.tsx';
import type { ProofSettings } from './proof-settings.ts';
import { Proofreader } from './proofreader.ts';
import './proof.css';

const noRules: readonly StyleRule[] = [];

/** Has a story looked through while it is shown; what it answers has to stand on the page. */
export function useProofreader(
	session: StorySession,
	area: RefObject<HTMLElement | null>,
	{ spelling, houseStyle }: Pick<Preferences, 'spelling' | 'houseStyle'>,
): ReactNode {
	const { editor } = session;
	const { newsroom, words, houseStyle: style } = useNewsroom().state;
	const language = useField(session, 'language');
	const ignoredWords = useField(session, 'ignoredWords');
	const proofreader = useRef<Proofreader | null>(null);
	const [asked, setAsked] = useState<Asked | null>(null);

	const settings = useMemo<ProofSettings>(() => {
		const dictionary = dictionaryFor(language, newsroom.locale);
		return {
			dictionary: spelling ? dictionary : null,
			ignored: new Set(ignoredWords),
			language,
			words: words.words,
			rules: houseStyle ? style.rules : noRules,
			offReason: spelling
				? `There is no spelling dictionary for ${languageName(language)}.`
				: 'Spelling is switched off in the settings, under You.',
		};
	}, [language, newsroom.locale, ignoredWords, words.words, style.rules, spelling, houseStyle]);
	const latest = useRef(settings);

	useEffect(() => {
		let isCurrent = true;
		// A dictionary is read once the story is on the screen, and never before.
		afterDrawing(() => {
			if (!isCurrent || editor.isDestroyed || area.current === null) return;
			const fail = (message: string) => showToast(`The spelling cannot be looked up. ${message}`);
			proofreader.current = new Proofreader(editor, area.current, setAsked, fail);
			proofreader.current.use(latest.current);
		});
		return () => {
			isCurrent = false;
			proofreader.current?.end();
			proofreader.current = null;
		};
	}, [editor, area]);

	useEffect(() => {
		latest.current = settings;
		proofreader.current?.use(settings);
		// Where Galley has no dictionary, the browser or the system may have one.
		if (!editor.isDestroyed) editor.view.dom.spellcheck = spelling && settings.dictionary === null;
	}, [editor, settings, spelling]);

	return asked === null ? null : <ProofMenu session={session} at={asked} onClose={() => setAsked(null)} />;
}
