import { useMemo, useState } from 'react';
import { priorityLabels } from '#shared/document/corrections/correction-words.ts';
import { type DraftedNote, draftCorrection } from '#shared/document/corrections/draft-correction.ts';
import { passagesOf } from '#shared/document/corrections/passages.ts';
import type { ReaderNote } from '#shared/document/corrections/reader-note.ts';
import { type Article, CorrectionPriority } from '#shared/model/article.ts';
import { ChoiceCards } from '../../ui/controls/choice-cards.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';

type NoteKind = ReaderNote['kind'];

const kinds = [
	{ id: 'fix', label: 'A silent fix', about: 'Readers are told nothing.' },
	{ id: 'update', label: 'An update', about: 'The page says “Updated”, with the time.' },
	{ id: 'correction', label: 'A correction', about: 'Something was wrong: a note says what.' },
	{ id: 'clarification', label: 'A clarification', about: 'Something could be misread: a note says how it is meant.' },
] as const satisfies readonly { id: NoteKind; label: string; about: string }[];

const wholeStory = ' whole-story';

/** What the editor chose; what is drafted stands until it is edited. */
export interface NoteChoice {
	readonly note: ReaderNote;
	/** Why it cannot be published like this; undefined when it can. */
	readonly problem: string | undefined;
	readonly fields: React.ReactNode;
}

/** Asks what the changes are to readers; a correction is drafted from the difference. */
export function useReaderNote(live: Article | null, article: Article): NoteChoice {
	const [kind, setKind] = useState<NoteKind>('fix');
	const [priority, setPriority] = useState<CorrectionPriority>('normal');
	/** What the editor made of the draft; null as long as it stands. */
	const [ownText, setText] = useState<string | null>(null);
	const [ownBlock, setBlock] = useState<string | null | undefined>(undefined);
	const draft = useMemo<DraftedNote>(
		() =>
			live === null || kind === 'fix' || kind === 'update'
				? { text: '', block: null }
				: draftCorrection(live, article, kind),
		[live, article, kind],
	);
	const text = ownText ?? draft.text;
	const block = ownBlock === undefined ? draft.block : ownBlock;
	const isNote = kind === 'correction' || kind === 'clarification';
	const passages = [{ id: wholeStory, label: 'The whole story' }, ...passagesOf(article.body)];
	return {
		note: isNote ? { kind, text, priority, block } : { kind },
		problem: isNote && text.trim() === '' ? 'Write what readers are told.' : undefined,
		fields: (
			<div className="publish-note-fields">
				<ChoiceCards label="What is it to readers?" value={kind} choices={kinds} onChange={setKind} />
				{isNote ? (
					<>
						<TextField
							label="What readers are told"
							rows={3}
							value={text}
							placeholder="An earlier version said…"
							onChange={(next) => setText(next.replace(/\n/g, ' '))}
							{...(ownText === null && text !== ''
								? { note: 'Drafted from the difference. Edit it as you like.' }
								: {})}
						/>
						<div className="publish-note-row">
							<Select
								label="Place"
								value={priority}
								options={CorrectionPriority.options.map((id) => ({ id, label: priorityLabels[id] }))}
								onChange={(id) => setPriority(CorrectionPriority.parse(id))}
							/>
							<Select
								label="About"
								value={passages.some(({ id }) => id === block) && block !== null ? block : wholeStory}
								options={passages}
								onChange={(id) => setBlock(id === wholeStory ? null : id)}
							/>
						</div>
					</>
				) : null}
			</div>
		),
	};
}
