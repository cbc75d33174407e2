import { CaseSensitive, Regex, WholeWord } from 'lucide-react';
import type { FindQuery } from '#shared/text/find/find-query.ts';
import { IconButton } from './button.tsx';

const options = [
	{ name: 'matchCase', label: 'Match case', icon: CaseSensitive },
	{ name: 'wholeWord', label: 'Whole words', icon: WholeWord },
	{ name: 'isPattern', label: 'Regular expression', icon: Regex },
] as const;

/** How something is looked for, as three buttons that stay pressed. */
export function FindOptions({ query, onChange }: { query: FindQuery; onChange: (part: Partial<FindQuery>) => void }) {
	return options.map(({ name, label, icon }) => (
		<IconButton
			key={name}
			icon={icon}
			label={label}
			aria-pressed={query[name]}
			onPress={() => onChange({ [name]: !query[name] })}
		/>
	));
}
