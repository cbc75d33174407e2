import { RotateCcw, X } from 'lucide-react';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Restored } from './bring-back.ts';
import { moment } from './moment.ts';
import './restored-lines.css';

/** Says in a line for each story that unsaved words are back in it, and takes them out again when asked. */
export function RestoredLines({
	restored,
	active,
	onShow,
	onUndo,
	onDismiss,
}: {
	restored: readonly Restored[];
	/** The story in front. */
	active: ArticleId | null;
	onShow: (id: ArticleId) => void;
	onUndo: (story: Restored) => void;
	onDismiss: (story: Restored) => void;
}) {
	const { state } = useNewsroom();
	if (restored.length === 0) return null;
	return (
		<div className="restored-lines" role="status" aria-label="Words that are back">
			<ul>
				{restored.map((story) => {
					const headline = story.after.headline.trim();
					return (
						<li key={`${story.id} ${story.at}`} className="restored-line">
							<Icon of={RotateCcw} />
							<span className="restored-text">
								{headline === '' ? 'The untitled story' : `“${headline}”`} has back what you typed{' '}
								{moment(story.at, state.newsroom)}, which was not saved.
							</span>
							{story.id === active ? null : (
								<Button kind="link" onPress={() => onShow(story.id)}>
									Show
								</Button>
							)}
							<Button kind="link" onPress={() => onUndo(story)}>
								Undo
							</Button>
							<IconButton icon={X} label="Dismiss" onPress={() => onDismiss(story)} />
						</li>
					);
				})}
			</ul>
		</div>
	);
}
