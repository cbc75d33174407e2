import { useCallback, useEffect, useState } from 'react';
import type { ToldNote } from '#shared/contract/publish.ts';
import { correctionLabels, isMoment } from '#shared/document/corrections/correction-words.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { statusEntry } from '#shared/model/status.ts';
import { type DateStyle, formatDay, formatMoment } from '#shared/text/format-date.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Chip, type ChipTone } from '../../ui/controls/chip.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Dialog, DialogDone } from '../../ui/overlays/dialog.tsx';
import './corrections.css';
import { storyTitle } from '../../ui/display/story-title.ts';

type Kind = ToldNote['kind'];

const kindWords: Readonly<Record<Kind, { readonly label: string; readonly many: string; readonly tone: ChipTone }>> = {
	correction: { label: correctionLabels.correction, many: 'Corrections', tone: 'mark' },
	clarification: { label: correctionLabels.clarification, many: 'Clarifications', tone: 'amber' },
	update: { label: 'Update', many: 'Updates', tone: 'accent' },
};

/** What readers were told of changes in all stories, newest first; each leads to its place in its story. */
export function CorrectionsDialog({
	saveAll,
	onGoTo,
	onClose,
}: {
	/** Saves every open story, so that what is listed is what stands there. */
	saveAll: () => Promise<boolean>;
	onGoTo: (id: ArticleId, where: FieldRef) => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { newsroom } = useNewsroom().state;
	const [kind, setKind] = useState<Kind | null>(null);
	const ask = useCallback(() => host.articles.toldNotes({}), [host]);
	const { value, failure, reload } = useAnswer(ask);
	useEffect(() => host.subscribe('articles.changed', reload), [host, reload]);
	useEffect(() => void saveAll(), [saveAll]);
	const shown = value?.notes.filter((note) => kind === null || note.kind === kind) ?? [];
	const isEmpty = value !== null && value.notes.length === 0;
	return (
		<Dialog
			title="Corrections and updates"
			intro={
				value === null
					? 'Looking for them…'
					: isEmpty
						? 'Readers were told of no change yet. A note is written when the changes of a published story are published.'
						: 'What readers were told of changes, newest first.'
			}
			size="wide"
			onClose={onClose}
			foot={<DialogDone onClose={onClose} />}
		>
			{failure === null ? null : (
				<p className="told-failure" role="alert">
					{failure.message}
				</p>
			)}
			{value === null || isEmpty ? undefined : (
				<div className="told">
					<Select
						label="Show"
						value={kind ?? 'all'}
						options={[
							{ id: 'all', label: 'All notes' },
							...Object.entries(kindWords).map(([id, { many }]) => ({ id, label: many })),
						]}
						onChange={(id) => setKind(isKind(id) ? id : null)}
					/>
					{shown.length === 0 ? <p className="told-note">There is none of these.</p> : null}
					<ol className="told-notes" aria-label="What readers were told">
						{shown.map((note, at) => (
							// Two notes of one story can say the same on the same day.
							// biome-ignore lint/suspicious/noArrayIndexKey: see above
							<Row key={`${note.id} ${note.date} ${at}`} note={note} clock={newsroom} onGoTo={onGoTo} />
						))}
					</ol>
					{value.isWhole ? null : <p className="told-note">Older ones stand in their stories.</p>}
				</div>
			)}
		</Dialog>
	);
}

function Row({
	note,
	clock,
	onGoTo,
}: {
	note: ToldNote;
	clock: DateStyle;
	onGoTo: (id: ArticleId, where: FieldRef) => void;
}) {
	const { label, tone } = kindWords[note.kind];
	const headline = storyTitle(note.headline);
	return (
		<li className="told-row">
			<div className="told-head">
				<Chip tone={tone}>{label}</Chip>
				<span className="told-note tabular">
					{isMoment(note.date) ? formatMoment(new Date(note.date), clock) : formatDay(note.date, clock.locale)}
				</span>
				{note.isLive ? null : <span className="told-waits">{waitWords(note)}</span>}
			</div>
			{note.text === '' ? null : (
				<p className="told-text" dir="auto">
					{note.text}
				</p>
			)}
			<button type="button" className="told-story" dir="auto" onClick={() => onGoTo(note.id, placeOf(note))}>
				{headline}
			</button>
		</li>
	);
}

function waitWords({ status }: ToldNote): string {
	return status === 'published' ? 'Not live yet' : statusEntry(status).label;
}

/** Where an editor looks after a note: in the passage that it is about, else where the notes of the story are. */
function placeOf({ kind, block }: ToldNote): FieldRef {
	if (block !== null) return { field: 'block', block };
	return { field: kind === 'update' ? 'headline' : 'corrections' };
}

function isKind(id: string): id is Kind {
	return Object.hasOwn(kindWords, id);
}
