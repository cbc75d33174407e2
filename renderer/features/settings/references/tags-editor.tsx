import { PencilLine, Tags, Trash2 } from 'lucide-react';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { IconButton } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { EmptyState } from '../../../ui/display/empty-state.tsx';
import type { ReferenceQuestion } from './reference-question.ts';
import './references.css';

/** A tag and how many stories carry it. */
export interface UsedTag {
	readonly value: string;
	readonly stories: number;
}

/** So many tags are listed; the others are found by their beginning. */
export const mostTags = 200;

/** The tags of all stories, the most frequent first; each can be renamed or removed in all of them. */
export function TagsEditor({
	tags,
	begins,
	onBegins,
	onAsk,
	disabledReason,
}: {
	/** Null until they are known. */
	tags: readonly UsedTag[] | null;
	begins: string;
	onBegins: (begins: string) => void;
	onAsk: (question: ReferenceQuestion) => void;
	disabledReason: string | undefined;
}) {
	const { locale } = useNewsroom().state.newsroom;
	return (
		<div className="settings">
			<TextField
				label="Find a tag"
				type="search"
				value={begins}
				maxLength={200}
				autoComplete="off"
				onChange={onBegins}
			/>
			{tags === null ? null : tags.length === 0 ? (
				<EmptyState icon={Tags}>
					{begins.trim() === ''
						? 'No story has a tag yet. Tags are given in a story’s details.'
						: 'No tag begins like this.'}
				</EmptyState>
			) : (
				<ul className="tag-list" aria-label="Tags">
					{tags.map(({ value, stories }) => (
						<li key={value} className="tag-row">
							<span className="tag-name" dir="auto" title={value}>
								{value}
							</span>
							<span className="field-note tabular">
								{stories === 1 ? '1 story' : `${stories.toLocaleString(locale)} stories`}
							</span>
							<IconButton
								icon={PencilLine}
								label={`Rename the tag ${value}`}
								disabledReason={disabledReason}
								onPress={() => onAsk({ kind: 'rename-tag', tag: value })}
							/>
							<IconButton
								icon={Trash2}
								label={`Remove the tag ${value}`}
								disabledReason={disabledReason}
								onPress={() => onAsk({ kind: 'remove-tag', tag: value })}
							/>
						</li>
					))}
				</ul>
			)}
			{tags !== null && tags.length >= mostTags ? (
				<p className="field-note">These are the {mostTags} most frequent. Type the beginning of another one.</p>
			) : null}
		</div>
	);
}
