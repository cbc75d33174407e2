import { Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useHost } from '../../host/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import './articles.css';
import { relativeTime } from './relative-time.ts';

/** The stories in the trash, each with a way back. */
export function TrashPane({ lead, onRestore }: { lead?: ReactNode; onRestore: (id: ArticleId) => void }) {
	const host = useHost();
	const { state } = useNewsroom();
	const { value, failure, reload } = useAnswer(useCallback(() => host.articles.trashed({}), [host]));
	useEffect(() => host.subscribe('articles.changed', reload), [host, reload]);
	const now = new Date();
	return (
		<div className="list-pane">
			<div className="pane-head">
				{lead}
				<h2 className="pane-title">Trash</h2>
				<span className="pane-count">{value?.length}</span>
			</div>
			{failure === null ? null : (
				<div className="list-note" data-kind="failure" role="alert">
					{failure.message}
				</div>
			)}
			{value === null ? null : value.length === 0 ? (
				<EmptyState icon={Trash2}>The trash is empty.</EmptyState>
			) : (
				<ul className="plain-rows" aria-label="Stories in the trash">
					{value.map((story) => {
						const name = story.headline.trim() === '' ? 'Untitled story' : story.headline;
						return (
							<li key={story.id} className="plain-row">
								<span className="plain-row-text">
									<span className="plain-row-title" dir="auto">
										{name}
									</span>
									<span className="plain-row-note">
										{relativeTime(story.trashed, now, state.newsroom.locale, state.newsroom.timeZone)}
									</span>
								</span>
								<Button
									kind="bordered"
									icon={Undo2}
									aria-label={`Restore ${name}`}
									disabledReason={state.readOnly ?? undefined}
									onPress={() => onRestore(story.id)}
								>
									Restore
								</Button>
							</li>
						);
					})}
				</ul>
			)}
		</div>
	);
}
