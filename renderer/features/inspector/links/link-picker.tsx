import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { LinkedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { parseSearch } from '#shared/text/search-query.ts';
import { useStorySearch } from '../../../session/use-story-search.ts';
import { SearchHelp } from '../../../ui/display/search-help.tsx';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { Tabs } from '../../../ui/display/tabs.tsx';
import { useStillWhilePressed } from '../../../ui/use-still-while-pressed.ts';
import { PickerSearch } from '../picker-search.tsx';
import { LinkedStoryView } from './linked-row.tsx';
import { OutsidePageForm, type OutsidePageFormProps } from './outside-page-form.tsx';

export interface LinkPickerProps extends OutsidePageFormProps {
	/** The story that gets the link; it is never offered. */
	readonly self: ArticleId;
	/** Stories that are linked already; they are not offered again. */
	readonly taken: readonly ArticleId[];
}

/** Chooses a story of the newsroom by searching it, or a page elsewhere by its address. */
export function LinkPicker(props: LinkPickerProps) {
	const [tab, setTab] = useState('newsroom');
	return (
		<Tabs
			label="Where the link leads"
			selected={tab}
			onSelect={setTab}
			entries={[
				{ id: 'newsroom', label: 'In this newsroom', content: <StorySearch {...props} /> },
				{ id: 'outside', label: 'Outside page', content: <OutsidePageForm {...props} /> },
			]}
		/>
	);
}

function StorySearch({ self, taken, refuse, onChoose }: LinkPickerProps) {
	const [text, setText] = useState('');
	const [refused, setRefused] = useState<string | null>(null);
	const [added, setAdded] = useState<LinkedStory | null>(null);
	const answer = useStorySearch(text, self);
	const list = useRef<HTMLDivElement>(null);
	const shown = useStillWhilePressed(answer, list);
	const offered = shown.stories.filter((story) => !taken.includes(story.id));
	const known = shown.stories.filter((story) => taken.includes(story.id));
	const searched = text.trim() !== '';
	const terms = useMemo(() => parseSearch(text.trim()).terms, [text]);

	const choose = (story: LinkedStory) => {
		const link = { article: story.id };
		const reason = refuse(link);
		setRefused(reason);
		if (reason !== null) return;
		onChoose(link);
		// The next one is looked for anew.
		setText('');
		setAdded(story);
	};

	/** The words for which Enter was pressed before their stories were here. */
	const [entered, setEntered] = useState<string | null>(null);
	const isBehind = answer.kind === 'loading' || answer.words !== text.trim();
	const onEnter = () => {
		// What is first in the list was found for other words.
		const waits = searched && isBehind;
		if (waits) setEntered(text.trim());
		return waits;
	};
	const first = answer.stories.find((story) => !taken.includes(story.id));
	useEffect(() => {
		if (isBehind || entered === null) return;
		setEntered(null);
		if (entered === answer.words && first !== undefined) choose(first);
	});

	return (
		<Autocomplete inputValue={text} onInputChange={setText}>
			<PickerSearch
				label="Search stories"
				placeholder="Search by headline or text"
				help={<SearchHelp text={text} onChange={setText} />}
				onEnter={onEnter}
			/>
			<ListBox
				ref={list}
				aria-label={searched ? 'Stories found' : 'Latest stories'}
				className="picker-list"
				items={offered}
				dependencies={[terms]}
				onAction={(key) => {
					const story = offered.find((other) => other.id === key);
					if (story) choose(story);
				}}
				renderEmptyState={() => <p className="picker-empty">{emptySentence(shown.kind, searched, known.length > 0)}</p>}
			>
				{(story) => (
					<ListBoxItem id={story.id} textValue={storyTitle(story.headline)} className="picker-row story-row">
						<Text slot="label" className="visually-hidden">
							{storyTitle(story.headline)}
						</Text>
						<Text slot="description" className="linked-row">
							<LinkedStoryView story={story} withStatus terms={terms} snippet={story.snippet} />
						</Text>
					</ListBoxItem>
				)}
			</ListBox>
			<p className="picker-foot" role="status" data-problem={refused !== null || shown.kind === 'failed' || undefined}>
				{refused ??
					(shown.kind === 'failed'
						? shown.message
						: known.length > 0 && searched
							? `${quoted(known)} ${known.length === 1 ? 'is' : 'are'} already here.`
							: added !== null && !searched
								? `${quoted([added])} is added.`
								: '')}
			</p>
		</Autocomplete>
	);
}

function quoted(stories: readonly LinkedStory[]): string {
	const [first, ...rest] = stories.map((story) => `“${story.headline}”`);
	if (rest.length > 1) return `${first} and ${rest.length} others found`;
	return rest[0] === undefined ? `${first}` : `${first} and ${rest[0]}`;
}

function emptySentence(kind: 'loading' | 'done' | 'failed', searched: boolean, hasKnown: boolean): string {
	if (kind === 'loading') return 'Searching…';
	if (kind === 'failed') return 'The newsroom could not be searched.';
	if (hasKnown) return 'Every story found is already here.';
	return searched ? 'No other story has these words.' : 'There is no other story in this newsroom yet.';
}
