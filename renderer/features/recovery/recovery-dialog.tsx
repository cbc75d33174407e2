import { useState } from 'react';
import type { PendingWork, RecoveryAdvice } from '#shared/contract/journal.ts';
import { articleText } from '#shared/document/article-text.ts';
import type { Article } from '#shared/model/article.ts';
import type { DateStyle } from '#shared/text/format-date.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { ComparedSides } from './compared-sides.tsx';
import { moment } from './moment.ts';
import './recovery.css';
import { storyTitle } from '../../ui/display/story-title.ts';
import type { Recovery } from './use-recovery.ts';

/** Offers unsaved work, one story at a time, beside its file. Nothing is thrown away without a choice. */
export function RecoveryDialog({ recovery }: { recovery: Recovery }) {
	const pending = recovery.shown === null ? undefined : recovery.work[recovery.shown];
	if (pending === undefined) return null;
	return <PendingDialog key={`${pending.session} ${pending.id}`} pending={pending} recovery={recovery} />;
}

/** Why the two cannot be merged by themselves; null when they can, or need not be. */
function whyNoMerge(advice: RecoveryAdvice): string | null {
	if (advice.kind !== 'choose') return null;
	switch (advice.why) {
		case 'no-file':
			return null;
		case 'no-base':
			return 'Nobody knows any more what both go back to, so they can only be compared.';
		case 'same-words':
			return 'Both changed the same words, so they cannot be merged by themselves.';
	}
}

/** How the file stands to the unsaved text, in a sentence. */
function fileWords({ advice, missing }: PendingWork): string {
	if (missing !== null) return missing;
	if (advice.kind === 'restore') return 'The file was not changed since.';
	if (advice.kind === 'choose' && advice.isOlder) return 'The file was changed elsewhere meanwhile, and is the newer.';
	return 'The file was changed elsewhere meanwhile.';
}

function PendingDialog({ pending, recovery }: { pending: PendingWork; recovery: Recovery }) {
	const { state } = useNewsroom();
	const clock: DateStyle = state.newsroom;
	const { headline, at, mine, theirs, advice } = pending;
	const { work, shown, note, busy, choose } = recovery;
	const [asText, setAsText] = useState(false);
	const noMerge = whyNoMerge(advice);
	const offersMerge = advice.kind === 'merge' || noMerge !== null;
	// Words that are older than the file never stand in its place by a mere Enter.
	const first = advice.kind === 'merge' ? 'merge' : advice.kind === 'choose' && advice.isOlder ? 'theirs' : 'mine';
	const count = work.length > 1 ? `, ${(shown ?? 0) + 1} of ${work.length}` : '';
	const blocked = busy ? 'Galley is at work.' : undefined;
	const cannotSave = theirs?.readOnly ?? state.readOnly ?? undefined;
	return (
		<Dialog
			title={`Unsaved work${count}`}
			size="wide"
			intro="Galley ended before this text was saved. It is safe in the journal until you choose."
			onClose={recovery.close}
			foot={
				<>
					<Button onPress={recovery.later}>Decide later</Button>
					<Button aria-pressed={asText} onPress={() => setAsText(!asText)}>
						{asText ? 'Show the comparison' : 'Show as text'}
					</Button>
					<DialogSpace />
					<Button
						kind={first === 'theirs' ? 'primary' : 'bordered'}
						autoFocus={first === 'theirs'}
						disabledReason={blocked}
						onPress={() => void choose({ keep: 'theirs' })}
					>
						{theirs === null ? 'Discard my text' : 'Keep the file'}
					</Button>
					{offersMerge ? (
						<Button
							kind={first === 'merge' ? 'primary' : 'bordered'}
							autoFocus={first === 'merge'}
							disabledReason={blocked ?? cannotSave ?? noMerge ?? undefined}
							onPress={() => {
								if (advice.kind === 'merge') void choose({ keep: 'mine', merged: advice.merged });
							}}
						>
							Merge both
						</Button>
					) : null}
					<Button
						kind={first === 'mine' ? 'primary' : 'bordered'}
						autoFocus={first === 'mine'}
						disabledReason={blocked ?? cannotSave}
						onPress={() => void choose({ keep: 'mine' })}
					>
						Keep my text
					</Button>
				</>
			}
		>
			<p className="recovery-headline">{storyTitle(headline)}</p>
			<p className="recovery-facts">
				Typed {moment(at, clock)}. {fileWords(pending)}
			</p>
			<ul className="recovery-hints">
				{theirs === null ? (
					<li>If you keep your text, it becomes a story again.</li>
				) : noMerge === null ? null : (
					<li>{noMerge}</li>
				)}
				<li>
					{theirs === null ? 'If you discard it' : 'If you keep the file'}, your text goes to the story’s history,
					marked as discarded.
				</li>
			</ul>
			{note === null ? null : (
				<p className="recovery-note" data-kind="failure" role="alert">
					{note}
				</p>
			)}
			{asText ? (
				<textarea
					className="recovery-text"
					aria-label="Your text"
					readOnly
					rows={14}
					value={plainText(mine)}
					onFocus={(event) => event.currentTarget.select()}
				/>
			) : (
				<ComparedSides
					mine={mine}
					theirs={theirs?.article ?? null}
					typed={moment(at, clock)}
					saved={theirs === null ? '' : moment(theirs.article.dates.updated, clock)}
				/>
			)}
		</Dialog>
	);
}

function plainText(article: Article): string {
	return [article.headline, article.standfirst, articleText(article)].filter((text) => text !== '').join('\n\n');
}
