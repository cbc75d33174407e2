import { type KeyboardEvent, useState } from 'react';
import { Input, Label, TagGroup, TagList, TextField } from 'react-aria-components';
import { articleFields } from '#shared/document/fields.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { TagChip } from '../../../ui/controls/chip.tsx';
import './tags.css';
import { stableKeys } from '../links/reorder.ts';
import { Section } from '../section.tsx';
import { addTags } from './tag-text.ts';

/** The story's free keywords. */
export function TagsSection({ session }: { session: StorySession }) {
	const tags = useField(session, 'tags');
	const [typed, setTyped] = useState('');
	const [refused, setRefused] = useState<readonly string[]>([]);

	const keys = stableKeys(tags, (tag) => tag);

	const take = (text: string) => {
		const answer = addTags(tags, text);
		if (answer.tags.length > tags.length) session.setField('tags', answer.tags);
		setRefused(answer.refused);
		setTyped('');
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter' || event.key === ',') {
			event.preventDefault();
			take(typed);
		} else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
			event.preventDefault();
			setRefused([]);
			session.setField('tags', tags.slice(0, -1));
		}
	};

	return (
		<Section title={articleFields.tags.label} field="tags">
			<div className="tag-field">
				{tags.length === 0 ? null : (
					<TagGroup
						aria-label="Tags of this story"
						className="tag-group"
						onRemove={(removed) =>
							session.setField(
								'tags',
								tags.filter((_, index) => !removed.has(keys[index] ?? '')),
							)
						}
					>
						<TagList className="tag-list">
							{tags.map((tag, index) => (
								<TagChip key={keys[index]} id={keys[index] ?? tag} textValue={tag} className="tag-chip">
									<span className="tag-text" title={tag}>
										{tag}
									</span>
								</TagChip>
							))}
						</TagList>
					</TagGroup>
				)}
				<TextField
					className="tag-input"
					value={typed}
					onChange={(text) => (text.includes(',') ? take(text) : setTyped(text))}
					onBlur={() => take(typed)}
				>
					<Label className="visually-hidden">Add tag</Label>
					<Input
						placeholder={tags.length === 0 ? 'Add tags, with commas between them' : 'Add tag'}
						onKeyDown={onKeyDown}
					/>
				</TextField>
			</div>
			<p className="field-note" role="status">
				{refused.length === 0 ? '' : `“${refused.join('”, “')}” is already there.`}
			</p>
		</Section>
	);
}
