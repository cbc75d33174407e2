import { useMemo, useState } from 'react';
import type { PendingWork } from '#shared/contract/journal.ts';
import { articleText } from '#shared/document/article-text.ts';
import { mergeArticles } from '#shared/document/merge/merge-articles.ts';
import type { Article } from '#shared/model/article.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogSpace } from '../../ui/dialog.tsx';
import { ComparedSides } from './compared-sides.tsx';
import './recovery.css';
import type { Recovery } from './use-recovery.ts';

/** Offers unsaved work, one story at a time, beside its file. Nothing is thrown away without a choice. */
export function RecoveryDialog({ recovery }: { recovery: Recovery }) {
	const pending = recovery.shown === null ? undefined : recovery.work[recovery.shown];
	if (pending === undefined) return null;
	return <PendingDialog key={`${pending.session} ${pending.id}`} pending={pending} recovery={recovery} />;
}

/** What can be merged of the two, or why nothing can. */
function mergeOf({ base, mine, theirs, basedOn }: PendingWork): { merged: Article } | { reason: string } | null {
	// The file is still what the text was made from: the text holds all of it.
	if (theirs === null || theirs.revision === basedOn) return null;
	if (base === null) return { reason: 'Nobody knows any more what both go back to, so they can only be compared.' };
	const { merged, collisions } = mergeArticles(base, mine, theirs.article);
	if (collisions.length > 0) return { reason: 'Both changed the same words, so they cannot be merged by themselves.' };
	return { merged };
}

function PendingDialog({ pending, recovery }: { pending: PendingWork; recovery: Recovery }) {
	const { state } = useNewsroom();
	const clock: Clock = state.newsroom;
	const { headline, at, mine, theirs, missing } = pending;
	const { work, shown, note, busy, choose } = recovery;
	const [asText, setAsText] = useState(false);
	const merge = useMemo(() => mergeOf(pending), [pending]);
	const canMerge = merge !== null && 'merged' in merge;
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
					<Button kind="bordered" disabledReason={blocked} onPress={() => void choose({ keep: 'theirs' })}>
						{theirs === null ? 'Discard my text' : 'Keep the file'}
					</Button>
					{merge === null ? null : (
						<Button
							kind={canMerge ? 'primary' : 'bordered'}
							autoFocus={canMerge}
							disabledReason={blocked ?? cannotSave ?? ('reason' in merge ? merge.reason : undefined)}
							onPress={() => {
								if ('merged' in merge) void choose({ keep: 'mine', merged: merge.merged });
							}}
						>
							Merge both
						</Button>
					)}
					<Button
						kind={canMerge ? 'bordered' : 'primary'}
						autoFocus={merge === null}
						disabledReason={blocked ?? cannotSave}
						onPress={() => void choose({ keep: 'mine' })}
					>
						Keep my text
					</Button>
				</>
			}
		>
			<p className="recovery-headline">{headline.trim() === '' ? 'Untitled story' : headline}</p>
			<p className="recovery-facts">
				Typed {moment(at, clock)}.{' '}
				{missing ?? (merge === null ? 'The file was not changed since.' : 'The file was changed elsewhere meanwhile.')}
			</p>
			<ul className="recovery-hints">
				{theirs === null ? (
					<li>If you keep your text, it becomes a story again.</li>
				) : merge === null || 'merged' in merge ? null : (
					<li>{merge.reason}</li>
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

/** How the newsroom writes its days and clocks. */
interface Clock {
	readonly locale: string;
	readonly timeZone: string;
}

/** When something was by the newsroom's clock, with the day unless it is today. */
function moment(at: string, { locale, timeZone }: Clock): string {
	const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
	const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
	const that = day.format(new Date(at));
	return that === day.format(new Date()) ? `today at ${time}` : `on ${that} at ${time}`;
}

function plainText(article: Article): string {
	return [article.headline, article.standfirst, articleText(article)].filter((text) => text !== '').join('\n\n');
}
