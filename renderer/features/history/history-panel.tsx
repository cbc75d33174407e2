import { History, X } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { PastRevision, RevisionId } from '#shared/contract/history.ts';
import { articleText } from '#shared/document/article-text.ts';
import { ok } from '#shared/failure.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useMinute } from '../../session/basics/use-minute.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useSaveState } from '../../session/use-story.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { Comparison } from './comparison.tsx';
import { copyBlock, htmlOf, sayCopied } from './copy-block.ts';
import { copyText } from './copy-text.ts';
import './diff.css';
import './history.css';
import { PastVersion } from './past-version.tsx';
import { reasonWords } from './reason-words.ts';
import { restoreVersion } from './restore-version.ts';
import { Timeline } from './timeline.tsx';
import { momentWords } from './timeline-rows.ts';
import { useRevisions } from './use-revisions.ts';

/** The earlier versions of a story: when, by whom and why, how each differs from now, and the ways back. */
export function HistoryPanel({
	session,
	onClose,
	actions,
}: {
	session: StorySession;
	onClose: () => void;
	/** What stands at the end of the panel's bar. */
	actions?: ReactNode;
}) {
	const host = useHost();
	const { revisions, next, unreadableBytes, failure, more, reload } = useRevisions(host, session.id);
	const [wanted, setWanted] = useState<RevisionId | null>(null);
	const now = useMinute();
	const chosen = revisions?.find(({ id }) => id === wanted) ?? revisions?.[0] ?? null;

	return (
		<section className="history" aria-label="History">
			<header className="history-bar">
				<h2 className="history-title">History</h2>
				<IconButton icon={X} label="Close the history" onPress={onClose} />
				<span className="history-space" />
				{actions}
			</header>
			{failure === null ? null : (
				<p className="history-problem" role="alert">
					{failure.message}{' '}
					<Button kind="link" onPress={reload}>
						Try again
					</Button>
				</p>
			)}
			{unreadableBytes === 0 ? null : (
				<p className="history-problem">A part of this history cannot be read any more. All that can be is below.</p>
			)}
			{chosen === null || revisions === null ? (
				<div className="history-nothing" aria-busy={revisions === null && failure === null}>
					{revisions === null ? null : (
						<EmptyState icon={History}>
							No earlier version is kept yet. Galley keeps one whenever you save by hand, and while you write.
						</EmptyState>
					)}
				</div>
			) : (
				<div className="history-panes">
					<Version key={session.id} session={session} revision={chosen} now={now} />
					<Timeline
						revisions={revisions}
						chosen={chosen.id}
						now={now}
						hasMore={next !== null}
						onMore={more}
						onChoose={setWanted}
					/>
				</div>
			)}
		</section>
	);
}

/** One earlier version, compared with now or as it read. */
function Version({ session, revision, now }: { session: StorySession; revision: PastRevision; now: Date }) {
	const host = useHost();
	const { locale, timeZone } = useNewsroom().state.newsroom;
	const { id } = session;
	const ask = useCallback(async () => {
		const answer = await host.history.get({ id, revision: revision.id });
		return answer.ok ? ok({ revision: revision.id, article: answer.value }) : answer;
	}, [host, id, revision.id]);
	const { value, failure } = useAnswer(ask);
	const [view, setView] = useState<'compare' | 'show'>('compare');
	const [restoring, setRestoring] = useState(false);
	const saveState = useSaveState(session);
	const readOnly = saveState.kind === 'readOnly' ? saveState.reason : undefined;
	const past = value?.revision === revision.id ? value.article : null;
	const when = momentWords(revision.at, now, { locale, timeZone });
	const blocked = readOnly ?? (restoring ? 'It is being restored.' : undefined);

	const restoreAll = async () => {
		setRestoring(true);
		const problem = await restoreVersion(host, session, revision.id);
		setRestoring(false);
		showToast(problem ?? `The story is back as it was: ${when}. What it was before is kept at the top of its history.`);
	};

	return (
		<div className="history-version">
			<header className="version-head">
				<div className="version-tools">
					<p className="version-when">
						<strong>{when}</strong>
						<span>{reasonWords(revision)}</span>
					</p>
					<Button
						aria-label="Copy this version"
						onPress={() => {
							if (past !== null)
								sayCopied(
									copyText(
										[past.headline, past.standfirst, articleText(past)].filter((part) => part !== '').join('\n\n'),
										htmlOf(past, past.body),
									),
								);
						}}
					>
						Copy
					</Button>
					<Button
						kind="bordered"
						{...(blocked === undefined ? {} : { disabledReason: blocked })}
						onPress={() => void restoreAll()}
					>
						Restore all
					</Button>
				</div>
				<ToggleButtonGroup
					aria-label="View"
					className="version-views"
					selectionMode="single"
					disallowEmptySelection
					selectedKeys={[view]}
					onSelectionChange={(keys) => setView(keys.has('show') ? 'show' : 'compare')}
				>
					<ToggleButton id="compare" className="version-view">
						Compare with now
					</ToggleButton>
					<ToggleButton id="show" className="version-view">
						Show this version
					</ToggleButton>
				</ToggleButtonGroup>
			</header>
			<section
				key={`${revision.id} ${view}`}
				className="version-text"
				data-inner-focus=""
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
				tabIndex={0}
				aria-label="This version"
			>
				{failure !== null && past === null ? (
					<p className="history-problem" role="alert">
						{failure.message}
					</p>
				) : past === null ? (
					<div aria-busy="true" />
				) : view === 'compare' ? (
					<Comparison session={session} past={past} readOnly={readOnly} onCopy={(block) => copyBlock(past, block)} />
				) : (
					<PastVersion past={past} onCopy={(block) => copyBlock(past, block)} />
				)}
			</section>
		</div>
	);
}
