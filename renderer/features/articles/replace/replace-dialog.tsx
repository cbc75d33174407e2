import { type KeyboardEvent, useState } from 'react';
import type { Selection } from '#shared/contract/articles.ts';
import type { FoundInStories, FoundStory, Replacement } from '#shared/contract/bulk.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useJob } from '../../../session/basics/use-job.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { FindOptions } from '../../../ui/controls/find-options.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { Progress } from '../../../ui/display/progress.tsx';
import { Dialog, DialogSpace } from '../../../ui/overlays/dialog.tsx';
import './replace.css';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { foundWords, moreWords, storiesWords } from './replace-words.ts';

const nothingYet: Replacement = {
	query: { text: '', matchCase: false, wholeWord: false, isPattern: false },
	by: '',
};

/** Finds words in many stories, shows each place as it would be, and replaces them all at once. */
export function ReplaceDialog({
	selection,
	saveAll,
	onOpen,
	onReplace,
	onClose,
}: {
	selection: Selection;
	/** Saves every open story, so that what is shown is what is replaced. */
	saveAll: () => Promise<boolean>;
	onOpen: (id: ArticleId) => void;
	onReplace: (replacement: Replacement) => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { locale } = useNewsroom().state.newsroom;
	const { run, start, cancel } = useJob(host);
	const [wanted, setWanted] = useState(nothingYet);
	/** What the search was for; what it comes to says nothing of anything else. */
	const [asked, setAsked] = useState<Replacement | null>(null);
	const { query, by } = wanted;
	const now = asked === wanted ? run : null;
	const found = now?.kind === 'found' ? now.report : null;
	const isLooking = now?.kind === 'running';

	const change = (part: Partial<Replacement>) => {
		if (isLooking) void cancel();
		setWanted({ ...wanted, ...part });
	};
	const look = () => {
		if (query.text === '' || isLooking) return;
		setAsked(wanted);
		void start(async () => {
			await saveAll();
			return host.articles.find({ selection, ...wanted });
		});
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
		event.preventDefault();
		look();
	};
	const replaceReason =
		found === null ? 'Find first, to see what would change.' : found.count === 0 ? 'Nothing is found.' : undefined;
	return (
		<Dialog
			title="Find and replace in stories"
			intro="Readers of published stories keep what they have until the changes are published. The change can be undone."
			size="wide"
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button kind="primary" disabledReason={replaceReason} onPress={() => onReplace(wanted)}>
						{found === null || found.count === 0 ? 'Replace' : `Replace in ${storiesWords(found.storyCount, locale)}`}
					</Button>
				</>
			}
		>
			<div className="replace-fields">
				<div className="replace-row">
					<TextField
						label="Find"
						value={query.text}
						onChange={(text) => change({ query: { ...query, text } })}
						onKeyDown={onKeyDown}
						autoComplete="off"
						spellCheck="false"
						autoFocus
					/>
					<FindOptions query={query} onChange={(part) => change({ query: { ...query, ...part } })} />
					<Button
						kind="bordered"
						disabledReason={query.text === '' ? 'Say what is to be found.' : undefined}
						onPress={look}
					>
						Find
					</Button>
				</div>
				<div className="replace-row">
					<TextField
						label="Replace with"
						note={query.isPattern ? '$1 is the first group, $& all that is found.' : undefined}
						value={by}
						onChange={(words) => change({ by: words })}
						onKeyDown={onKeyDown}
						autoComplete="off"
					/>
				</div>
			</div>
			{now?.kind === 'failed' ? (
				<p className="replace-problem" role="alert">
					{now.failure.message}
				</p>
			) : null}
			{isLooking ? (
				<div className="replace-progress">
					<Progress
						label="Looking through the stories"
						done={now.done}
						total={now.total}
						note="Looking through the stories"
					/>
					<Button kind="bordered" onPress={() => void cancel()}>
						Stop
					</Button>
				</div>
			) : null}
			<p className="replace-found" role="status">
				{found === null ? '' : foundWords(found, locale)}
			</p>
			{found === null || found.count === 0 ? null : <Found found={found} onOpen={onOpen} />}
		</Dialog>
	);
}

function Found({ found, onOpen }: { found: FoundInStories; onOpen: (id: ArticleId) => void }) {
	const { locale } = useNewsroom().state.newsroom;
	const more = found.storyCount - found.stories.length;
	return (
		<ul className="replace-stories">
			{found.stories.map((story) => (
				<li key={story.id} className="replace-entry">
					<button type="button" className="replace-story" dir="auto" onClick={() => onOpen(story.id)}>
						{storyTitle(story.headline)}
					</button>
					<Places story={story} />
				</li>
			))}
			{more > 0 ? <li className="field-note">{moreWords(more, locale)}</li> : null}
		</ul>
	);
}

function Places({ story: { places, count } }: { story: FoundStory }) {
	const { locale } = useNewsroom().state.newsroom;
	const more = count - places.length;
	return (
		<ul className="replace-places">
			{places.map(({ label, before, found, by, after }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the places of a search never change.
				<li key={index} className="replace-place">
					<span className="field-note">{label}</span>
					<span dir="auto">
						{before}
						<del>{found}</del>
						<ins>{by}</ins>
						{after}
					</span>
				</li>
			))}
			{more > 0 ? <li className="field-note">{moreWords(more, locale)}</li> : null}
		</ul>
	);
}
