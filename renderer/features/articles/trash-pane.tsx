import { Trash2, Undo2, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { EmptiedTrash, TrashedArticle } from '#shared/contract/articles.ts';
import type { Failure } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import './articles.css';
import { storyTitle } from '../../ui/display/story-title.ts';
import { DeleteForEver } from './delete-for-ever.tsx';
import { relativeTime } from './list/relative-time.ts';
import { storyName } from './list/story-name.ts';

/** A story that could not be deleted, and why. */
interface KeptStory {
	readonly id: ArticleId;
	readonly name: string;
	readonly reason: string;
}

/** The stories in the trash, each with a way back, and the ways to delete them for ever. */
export function TrashPane({ lead, onRestore }: { lead?: ReactNode; onRestore: (id: ArticleId) => void }) {
	const host = useHost();
	const { state } = useNewsroom();
	const { locale, timeZone } = state.newsroom;
	const { value, failure, reload } = useAnswer(useCallback(() => host.articles.trashed({}), [host]));
	const [asked, setAsked] = useState<readonly TrashedArticle[] | null>(null);
	const [kept, setKept] = useState<readonly KeptStory[]>([]);
	useEffect(() => host.subscribe('articles.changed', reload), [host, reload]);
	const now = new Date();
	const readOnly = state.readOnly ?? undefined;

	const deleteForEver = async (stories: readonly TrashedArticle[]): Promise<Failure | null> => {
		const result = await host.articles.emptyTrash({ ids: stories.map(({ id }) => id) });
		if (!result.ok) return result.failure;
		setAsked(null);
		setKept(keptStories(result.value, stories));
		const { length } = result.value.deleted;
		if (length > 0)
			showToast(length === 1 ? 'One story is deleted for ever.' : `${length} stories are deleted for ever.`);
		reload();
		return null;
	};

	return (
		<div className="list-pane" data-tight={lead === undefined ? undefined : ''}>
			<div className="pane-head">
				{lead}
				<h2 className="pane-title">Trash</h2>
				<span className="pane-count">{value?.length.toLocaleString(locale)}</span>
				<span className="pane-head-space" />
				{value === null || value.length === 0 ? null : (
					<Button kind="bordered" icon={Trash2} disabledReason={readOnly} onPress={() => setAsked(value)}>
						Empty trash
					</Button>
				)}
			</div>
			{failure === null ? null : (
				<div className="list-note" data-kind="failure" role="alert">
					{failure.message}
				</div>
			)}
			{kept.length === 0 ? null : (
				<div className="list-note trash-kept" data-kind="failure" role="alert">
					<div className="pane-head-space">
						{kept.map(({ id, name, reason }) => (
							<p key={id}>
								{name} could not be deleted. {reason}
							</p>
						))}
					</div>
					<IconButton icon={X} label="Dismiss" onPress={() => setKept([])} />
				</div>
			)}
			{value === null ? null : value.length === 0 ? (
				<EmptyState icon={Trash2}>The trash is empty.</EmptyState>
			) : (
				<ul className="plain-rows" aria-label="Stories in the trash">
					{value.map((story) => {
						const name = storyTitle(story.headline);
						return (
							<li key={story.id} className="trash-row">
								<span className="plain-row-title" dir="auto">
									{name}
								</span>
								<div className="trash-row-foot">
									<span className="plain-row-note">{relativeTime(story.trashed, now, locale, timeZone)}</span>
									<Button
										kind="bordered"
										icon={Undo2}
										aria-label={`Restore ${name}`}
										disabledReason={readOnly}
										onPress={() => onRestore(story.id)}
									>
										Restore
									</Button>
									<IconButton
										icon={Trash2}
										label={`Delete ${name} for ever`}
										disabledReason={readOnly}
										onPress={() => setAsked([story])}
									/>
								</div>
							</li>
						);
					})}
				</ul>
			)}
			{asked === null ? null : (
				<DeleteForEver
					stories={asked}
					locale={locale}
					onDelete={() => deleteForEver(asked)}
					onClose={() => setAsked(null)}
				/>
			)}
		</div>
	);
}

/** Names what stayed, each at the beginning of a sentence. */
function keptStories({ kept }: EmptiedTrash, stories: readonly TrashedArticle[]): readonly KeptStory[] {
	return kept.map(({ id, reason }) => {
		const story = stories.find((one) => one.id === id);
		const name = storyName(story ?? { headline: '' });
		return { id, name: name.charAt(0).toLocaleUpperCase() + name.slice(1), reason };
	});
}
