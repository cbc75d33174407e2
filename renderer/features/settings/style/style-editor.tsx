import { SpellCheck2 } from 'lucide-react';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { EntriesEditor } from '../entries-editor.tsx';
import { RuleForm } from './rule-form.tsx';
import { newStyleDraft, type StyleDraft, type StyleErrors } from './style-drafts.ts';
import './style.css';

export interface StyleEditorProps {
	readonly drafts: readonly StyleDraft[];
	readonly errors: ReadonlyMap<string, StyleErrors>;
	readonly onChange: (drafts: readonly StyleDraft[]) => void;
	/** Whether the rules that cannot be read are to go with the next save. */
	readonly dropsBad: boolean;
	readonly onDropBad: () => void;
	/** The newsroom's words, one a line. */
	readonly words: string;
	readonly wordProblem: string | null;
	readonly onWords: (words: string) => void;
}

/** The rules of the house style, the one that is chosen among them, and the newsroom's own words. */
export function StyleEditor({ drafts, errors, onChange, words, wordProblem, onWords, ...bad }: StyleEditorProps) {
	const { state } = useNewsroom();
	return (
		<div className="settings">
			<p className="field-note">
				What a rule avoids is underlined with dots in every story; one press puts in what is used instead. The rules
				stand in house-style.json, the words in words.txt.
			</p>
			<BadRules {...bad} />
			<EntriesEditor
				label="Rules"
				addLabel="New rule"
				drafts={drafts}
				errors={errors}
				wrong="Something is wrong here"
				words={({ avoid, use }) => ({ name: avoid, about: use })}
				make={newStyleDraft}
				onChange={onChange}
				icon={SpellCheck2}
				empty="No rule yet. Say what the newsroom avoids, what it uses instead, and why: “percent”, “per cent”."
				form={(draft, change, remove) => (
					<RuleForm draft={draft} errors={errors.get(draft.key) ?? {}} onChange={change} onRemove={remove} />
				)}
			/>
			<section className="settings-part" aria-labelledby="word-list">
				<h3 id="word-list">Words that are right here</h3>
				{state.words.problem === null ? null : (
					<p className="settings-failure" role="status">
						{state.words.problem}
					</p>
				)}
				<TextField
					label="Word list"
					labelHidden
					rows={6}
					note="Names and words that no dictionary knows, one a line; they count in every language."
					error={wordProblem ?? undefined}
					value={words}
					onChange={onWords}
					isReadOnly={state.words.problem !== null}
					spellCheck="false"
				/>
			</section>
		</div>
	);
}

function BadRules({ dropsBad, onDropBad }: Pick<StyleEditorProps, 'dropsBad' | 'onDropBad'>) {
	const { houseStyle } = useNewsroom().state;
	if (houseStyle.problem !== null)
		return (
			<p className="settings-failure" role="status">
				{houseStyle.problem}
			</p>
		);
	if (houseStyle.bad.length === 0) return null;
	return (
		<div className="settings-failure" role="status">
			<p>
				{dropsBad
					? 'Rules of house-style.json that cannot be read go when the settings are saved:'
					: 'Rules of house-style.json that cannot be read. They stay in the file, and stop no other:'}
			</p>
			<ul className="style-bad">
				{houseStyle.bad.map(({ number, reason }) => (
					<li key={number}>
						Rule {number}. {reason}
					</li>
				))}
			</ul>
			{dropsBad ? null : (
				<Button kind="bordered" onPress={onDropBad}>
					Remove them
				</Button>
			)}
		</div>
	);
}
