import { useCallback } from 'react';
import type { Selection } from '#shared/contract/articles.ts';
import type { ManyPublications } from '#shared/contract/bulk.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { statusEntry } from '#shared/model/status.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { useTargets, writtenTargets } from '../../session/use-targets.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import './publish.css';
import { NamedStories } from '../../ui/display/named-stories.tsx';
import { manyIntro, storiesWords } from './many-words.ts';
import { TargetsNote } from './targets-note.tsx';

/** Shows what publishing many stories at once does, and to which targets, before it is done. */
export function PublishMany({
	selection,
	first,
	saveAll,
	onOpen,
	onPublish,
	onClose,
}: {
	selection: Selection;
	/** Whether readers get stories that they do not have, and not the changes of published ones. */
	first: boolean;
	/** Saves every open story, so that what is shown is what is published. */
	saveAll: () => Promise<boolean>;
	onOpen: (id: ArticleId) => void;
	onPublish: () => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { locale } = useNewsroom().state.newsroom;
	const targets = useTargets();
	const ask = useCallback(async () => {
		await saveAll();
		return host.articles.publications({ selection, first });
	}, [host, selection, first, saveAll]);
	const { value, failure } = useAnswer(ask);
	const count = value?.count ?? 0;
	const places = writtenTargets(targets);
	const to = places === null ? '' : ` to ${places}`;
	return (
		<Dialog
			title={first ? 'Publish stories' : 'Publish changes'}
			intro={value === null ? 'Looking at the stories…' : manyIntro(value, first, locale)}
			size="wide"
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						disabledReason={
							value === null
								? 'The stories are being looked at.'
								: count === 0
									? 'There is nothing to publish.'
									: undefined
						}
						onPress={onPublish}
					>
						{count === 0 ? 'Publish' : `Publish ${storiesWords(count, locale)}${to}`}
					</Button>
				</>
			}
		>
			{failure === null ? null : (
				<p className="publish-refusal" role="alert">
					{failure.message}
				</p>
			)}
			{value === null ? null : (
				<>
					<TargetsNote targets={targets} />
					<Stories label="Readers get" stories={value.stories} count={value.count} onOpen={onOpen} />
					<Stories label="Not published" stories={value.refused} count={value.refusedCount} onOpen={onOpen} />
				</>
			)}
		</Dialog>
	);
}

function Stories({
	label,
	stories,
	count,
	onOpen,
}: {
	label: string;
	stories: ManyPublications['stories'] | ManyPublications['refused'];
	count: number;
	onOpen: (id: ArticleId) => void;
}) {
	const { locale } = useNewsroom().state.newsroom;
	if (count === 0) return null;
	return (
		<section className="publish-many" aria-label={label}>
			<h3>
				{label} <span className="publish-note tabular">{count.toLocaleString(locale)}</span>
			</h3>
			<NamedStories
				label={label}
				stories={stories.map((story) => ({
					id: story.id,
					headline: story.headline,
					status: 'status' in story ? story.status : null,
					note: 'reason' in story ? story.reason : statusEntry(story.status).label,
				}))}
				count={count}
				locale={locale}
				onOpen={onOpen}
			/>
		</section>
	);
}
