import { Trash2 } from 'lucide-react';
import type { StyleRule } from '#shared/model/house-style.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { RuleTrial } from './rule-trial.tsx';
import { ruleOf, type StyleDraft, type StyleErrors } from './style-drafts.ts';

const weights: Readonly<Record<StyleRule['weight'], string>> = {
	advice: 'Advice',
	warning: 'Should be changed',
	error: 'Must be changed',
};

/** One rule of the house style, and what it finds in the newsroom's stories. */
export function RuleForm({
	draft,
	errors,
	onChange,
	onRemove,
}: {
	readonly draft: StyleDraft;
	readonly errors: StyleErrors;
	readonly onChange: (part: Partial<StyleDraft>) => void;
	readonly onRemove: () => void;
}) {
	const text = (name: 'avoid' | 'use' | 'reason' | 'language') => ({
		value: draft[name],
		onChange: (value: string) => onChange({ [name]: value }),
		autoComplete: 'off',
		spellCheck: 'false' as const,
	});
	return (
		<>
			<TextField
				label="Avoid"
				note={draft.isPattern ? 'A regular expression in the syntax of RE2.' : 'These words as whole words.'}
				error={errors.avoid}
				{...text('avoid')}
			/>
			<TextField
				label="Use instead"
				note={draft.isPattern ? '$1 is the first group, $& all that is found.' : 'Empty where there is no one thing.'}
				{...text('use')}
			/>
			<div className="entries-full">
				<TextField label="Why" note="Shown at the word." {...text('reason')} />
			</div>
			<Select
				label="How much it matters"
				value={draft.weight}
				options={Object.entries(weights).map(([id, label]) => ({ id, label }))}
				onChange={(id) => onChange({ weight: id as StyleRule['weight'] })}
			/>
			<TextField
				label="Language"
				note="Such as en; empty for every one."
				error={errors.language}
				{...text('language')}
			/>
			<div className="style-switches entries-full">
				<Switch label="Capitals count" isSelected={draft.matchCase} onChange={(matchCase) => onChange({ matchCase })} />
				<Switch
					label="It is a regular expression"
					isSelected={draft.isPattern}
					onChange={(isPattern) => onChange({ isPattern })}
				/>
			</div>
			<div className="entries-full">
				<RuleTrial rule={ruleOf(draft)}>
					<Button kind="quiet" icon={Trash2} onPress={onRemove}>
						Remove rule
					</Button>
				</RuleTrial>
			</div>
		</>
	);
}
