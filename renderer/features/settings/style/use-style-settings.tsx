import { type ReactNode, useState } from 'react';
import type { Result } from '#shared/failure.ts';
import { makeStyleGuide } from '#shared/text/style/style-guide.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { useDraft } from '../use-draft.ts';
import { checkStyle, ruleOf, type StyleErrors, styleDraftsOf, wordChanges } from './style-drafts.ts';
import { StyleEditor } from './style-editor.tsx';

/** The house style and the word list while they are edited. */
export interface StyleSettings {
	readonly isEdited: boolean;
	/** How many things are wrong, once that is to be told. */
	readonly badge: number;
	readonly page: ReactNode;
	/** Whether all of it can be saved. */
	check(): Promise<boolean>;
	/** Saves what was edited, each when it is called. */
	edits(): readonly (() => Promise<Result<unknown>>)[];
}

/** Edits the house style and the word list; `shown` tells what is wrong. */
export function useStyleSettings(shown: boolean): StyleSettings {
	const host = useHost();
	const { houseStyle, words } = useNewsroom().state;
	const rules = useDraft(houseStyle.rules, styleDraftsOf);
	const list = useDraft(words.words, (known) => known.join('\n'));
	const [dropsBad, setDropsBad] = useState(false);
	/** Rules that are no patterns, found when they were to be saved. */
	const [patterns, setPatterns] = useState<ReadonlyMap<string, StyleErrors>>(new Map());
	const checked = checkStyle(rules.draft);
	const changes = wordChanges(words.words, list.draft);
	const errors: ReadonlyMap<string, StyleErrors> = new Map([
		...patterns,
		...(shown && !checked.ok ? checked.errors : []),
	]);
	const wordProblem = shown && list.isEdited ? changes.problem : null;
	return {
		isEdited: rules.isEdited || list.isEdited || dropsBad,
		badge: errors.size + (wordProblem === null ? 0 : 1),
		page: (
			<StyleEditor
				drafts={rules.draft}
				errors={errors}
				onChange={(drafts) => {
					setPatterns(new Map());
					rules.setDraft(drafts);
				}}
				dropsBad={dropsBad}
				onDropBad={() => setDropsBad(true)}
				words={list.draft}
				wordProblem={wordProblem}
				onWords={list.setDraft}
			/>
		),
		async check() {
			if (!checked.ok || (list.isEdited && changes.problem !== null)) return false;
			const { unusable } = await makeStyleGuide(rules.draft.map(ruleOf));
			const reasons = new Map(unusable.map(({ rule, reason }) => [rule.avoid, reason]));
			const wrong = rules.draft.filter(({ avoid, isPattern }) => isPattern && reasons.has(avoid));
			setPatterns(new Map(wrong.map(({ key, avoid }) => [key, { avoid: reasons.get(avoid) ?? '' }])));
			return wrong.length === 0;
		},
		edits: () => [
			...((rules.isEdited || dropsBad) && checked.ok
				? [() => host.newsroom.saveHouseStyle({ rules: [...checked.rules], dropsBad })]
				: []),
			...(list.isEdited ? [() => host.newsroom.changeWords({ add: changes.add, remove: changes.remove })] : []),
		],
	};
}
