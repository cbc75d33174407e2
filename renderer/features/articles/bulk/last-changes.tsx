import { useCallback, useEffect } from 'react';
import type { DoneChange, ManyChange } from '#shared/contract/changes.ts';
import { formatMoment } from '#shared/text/format-date.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog, DialogDone } from '../../../ui/overlays/dialog.tsx';
import './bulk.css';
import { BulkProgress } from './bulk-bar.tsx';
import { changeLine } from './bulk-words.ts';
import type { BulkChange } from './use-bulk-change.ts';

/** The last changes of many stories, as the host tells them; asked for again when one has ended. */
function useLastChanges({ work }: BulkChange): readonly DoneChange[] | null {
	const host = useHost();
	const ask = useCallback(() => host.articles.doneChanges({}), [host]);
	const { value, reload } = useAnswer(ask);
	const isBusy = work !== null;
	useEffect(() => {
		if (!isBusy) reload();
	}, [isBusy, reload]);
	return value;
}

/** The last changes of many stories that `shows` is true for, each with its way back; nothing when there is none. */
export function LastChanges({
	bulk,
	shows,
	disabledReason,
}: {
	bulk: BulkChange;
	shows: (change: ManyChange) => boolean;
	disabledReason: string | undefined;
}) {
	const changes = useLastChanges(bulk)?.filter(({ change }) => shows(change)) ?? [];
	if (changes.length === 0) return null;
	return (
		<section className="done-changes" aria-label="Last changes">
			<h3>Last changes</h3>
			<ChangeList changes={changes} disabledReason={disabledReason} onUndo={bulk.undo} />
		</section>
	);
}

/** All the last changes of many stories, in a window of their own; they can be undone after a restart as well. */
export function LastChangesDialog({ bulk, onClose }: { bulk: BulkChange; onClose: () => void }) {
	const { readOnly } = useNewsroom().state;
	const changes = useLastChanges(bulk);
	const busy = bulk.work === null ? undefined : 'Stories are being changed at this moment.';
	return (
		<Dialog
			title="Last changes"
			intro={
				changes?.length === 0
					? 'Changes of many stories at once stand here, and can be undone. There are none yet.'
					: 'Undo makes each story what it was before. One that was changed again since keeps that, and is named.'
			}
			size="wide"
			onClose={onClose}
			foot={<DialogDone onClose={onClose} />}
		>
			{changes === null || changes.length === 0 ? undefined : (
				<div className="done-changes" data-alone>
					<ChangeList changes={changes} disabledReason={readOnly ?? busy} onUndo={bulk.undo} />
					<BulkProgress bulk={bulk} />
				</div>
			)}
		</Dialog>
	);
}

function ChangeList({
	changes,
	disabledReason,
	onUndo,
}: {
	changes: readonly DoneChange[];
	disabledReason: string | undefined;
	onUndo: (undo: string) => void;
}) {
	const { newsroom, categories } = useNewsroom().state;
	const { locale, timeZone } = newsroom;
	return (
		<ul>
			{changes.map(({ undo, change, at, stories }) => {
				const line = changeLine(change, categories);
				const count = stories === 1 ? '1 story' : `${stories.toLocaleString(locale)} stories`;
				return (
					<li key={undo}>
						<span className="done-change" dir="auto" title={line}>
							{line}
						</span>
						<span className="field-note tabular">
							{count}, {formatMoment(new Date(at), { locale, timeZone })}
						</span>
						<Button
							kind="bordered"
							disabledReason={disabledReason}
							aria-label={`Undo: ${line}`}
							onPress={() => onUndo(undo)}
						>
							Undo
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
