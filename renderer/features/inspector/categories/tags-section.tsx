import { type KeyboardEvent, useCallback, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, TagGroup, TagList } from 'react-aria-components';
import { articleFields } from '#shared/document/fields.ts';
import { ok } from '#shared/failure.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useDebounced } from '../../../session/basics/debounce.ts';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { TagChip } from '../../../ui/controls/chip.tsx';
import { FieldLabel } from '../../../ui/controls/field-label.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import './tags.css';
import { stableKeys } from '../links/reorder.ts';
import { Section } from '../section.tsx';
import { addTags, hasTag } from './tag-text.ts';

/** So many tags of other stories are offered. */
const mostOffered = 8;

/** The story's free keywords; those of other stories are offered while one is typed. */
export function TagsSection({ session }: { session: StorySession }) {
	const tags = useField(session, 'tags');
	const { locale } = useNewsroom().state.newsroom;
	const [typed, setTyped] = useState('');
	const [note, setNote] = useState('');
	const { offered, isLoading } = useOffered(typed, tags);
	const keys = stableKeys(tags, (tag) => tag);

	const take = (text: string) => {
		const answer = addTags(tags, text);
		if (answer.tags.length > tags.length) session.setField('tags', answer.tags);
		setNote(answer.refused.length === 0 ? '' : `“${answer.refused.join('”, “')}” is already there.`);
		setTyped('');
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
		// With an option marked, Enter is for the list.
		const isMarked = event.target.hasAttribute('aria-activedescendant');
		if (event.key === ',' || (event.key === 'Enter' && !isMarked)) {
			event.preventDefault();
			event.stopPropagation();
			take(typed);
		} else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
			event.preventDefault();
			setNote('');
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
				<ComboBox
					className="tag-input"
					inputValue={typed}
					onInputChange={(text) => {
						setNote('');
						if (text.includes(',')) take(text);
						else setTyped(text);
					}}
					items={offered}
					selectedKey={null}
					onSelectionChange={(key) => {
						if (key !== null) take(String(key));
					}}
					// Half a word is no tag yet, and is not lost.
					onBlur={() => setNote(typed.trim() === '' ? '' : `“${typed.trim()}” is no tag yet; Enter makes it one.`)}
					allowsCustomValue
					menuTrigger="input"
					allowsEmptyCollection={typed.trim() !== ''}
				>
					<FieldLabel hidden>Add tag</FieldLabel>
					<div role="presentation" onKeyDownCapture={onKeyDown}>
						<Input placeholder={tags.length === 0 ? 'Add tags, with commas between them' : 'Add tag'} />
					</div>
					<Popover className="tag-popover" offset={8}>
						<ListBox<OfferedTag>
							className="select-list"
							renderEmptyState={() => (
								<p className="tag-new">
									{isLoading ? (
										'Looking…'
									) : (
										<>
											“<bdi>{typed.trim()}</bdi>”{' '}
											{hasTag(tags, typed.trim()) ? 'is already there.' : 'is a new tag here; Enter adds it.'}
										</>
									)}
								</p>
							)}
						>
							{({ id, stories }) => (
								<ListBoxItem id={id} textValue={id} className="select-option tag-option">
									<bdi>{id}</bdi>
									<span className="tag-stories tabular">{stories.toLocaleString(locale)}</span>
								</ListBoxItem>
							)}
						</ListBox>
					</Popover>
				</ComboBox>
			</div>
			<p className="field-note" role="status">
				{note}
			</p>
		</Section>
	);
}

/** A tag that stories have, and how many. */
interface OfferedTag {
	readonly id: string;
	readonly stories: number;
}

const nothing = ok<readonly { readonly value: string; readonly stories: number }[]>([]);

/** The tags of other stories with a word that begins as typed, the most frequent first. */
function useOffered(typed: string, own: readonly string[]): { offered: readonly OfferedTag[]; isLoading: boolean } {
	const host = useHost();
	const begins = useDebounced(typed.trim().slice(0, 200), 60);
	const ask = useCallback(
		async () => (begins === '' ? nothing : host.articles.facets({ of: 'tag', begins, limit: 50 })),
		[host, begins],
	);
	const { value, loading } = useAnswer(ask);
	const offered = (typed.trim() === '' ? [] : (value ?? []))
		.filter((tag) => !hasTag(own, tag.value))
		.slice(0, mostOffered)
		.map((tag) => ({ id: tag.value, stories: tag.stories }));
	return { offered, isLoading: loading || begins !== typed.trim().slice(0, 200) };
}
