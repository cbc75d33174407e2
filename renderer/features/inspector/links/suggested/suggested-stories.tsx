import { Plus } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { SuggestedStory } from '#shared/contract/suggestions.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../../../session/newsroom-context.tsx';
import { storyTitle } from '../../../../ui/display/story-title.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { categoryLabel } from '../../categories/category-rows.ts';
import { LinkedStoryView } from '../linked-row.tsx';
import { sharedWords } from './shared-words.ts';
import './suggested.css';

/** Stories that are offered, each with the reason; one press takes one. */
export function SuggestedStories({
	stories,
	title,
	verb,
	onTake,
}: {
	stories: readonly SuggestedStory[];
	title: string;
	/** What a press does with a story, before its headline. */
	verb: string;
	onTake: (id: ArticleId) => void;
}) {
	const id = useId();
	const { categories } = useNewsroom().state;
	const list = useRef<HTMLUListElement>(null);
	/** Where one was taken; the next that stands there gets the focus. */
	const taken = useRef<{ readonly id: ArticleId; readonly place: number } | null>(null);
	useEffect(() => {
		if (taken.current === null || stories.some((story) => story.id === taken.current?.id)) return;
		const { place } = taken.current;
		taken.current = null;
		list.current?.children[Math.min(place, stories.length - 1)]?.querySelector('button')?.focus();
	}, [stories]);
	if (stories.length === 0) return null;
	return (
		<div className="suggested">
			<h4 id={id} className="suggested-title">
				{title}
			</h4>
			<ul ref={list} aria-labelledby={id}>
				{stories.map((story, place) => {
					const reason = sharedWords(story.shared, (slug) => categoryLabel(categories, slug));
					return (
						<li key={story.id}>
							<Button
								className="suggested-story"
								aria-label={`${verb} ${storyTitle(story.headline)}. ${reason}`}
								onPress={() => {
									taken.current = { id: story.id, place };
									onTake(story.id);
								}}
							>
								<LinkedStoryView story={story} reason={reason} />
								<span className="suggested-add">
									<Icon of={Plus} size={14} />
								</span>
							</Button>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
