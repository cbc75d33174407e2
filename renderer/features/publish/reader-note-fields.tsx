import { priorityLabels } from '#shared/document/corrections/correction-words.ts';
import { draftCorrection } from '#shared/document/corrections/draft-correction.ts';
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

/** What the editor chose of a note; what is null stands as it is drafted. */
export interface NoteChoice {
	readonly kind: NoteKind;
	readonly text: string | null;
	readonly priority: CorrectionPriority;
	/** The passage that it is about, or the whole story; null where nothing was chosen. */
	readonly about: string | null;
}

/** Nothing is told until the editor says so. */
export const silentFix: NoteChoice = { kind: 'fix', text: null, priority: 'normal', about: null };

/** The note that a choice comes to; a correction or a clarification is drafted from the difference. */
export function noteOf(
	{ kind, text, priority, about }: NoteChoice,
	live: Article | null,
	article: Article,
): ReaderNote {
	if (kind === 'fix' || kind === 'update') return { kind };
	const draft = live === null ? { text: '', block: null } : draftCorrection(live, article, kind);
	const block = about === null ? draft.block : about === wholeStory ? null : about;
	const isThere = article.body.some(({ id }) => id === block);
	return { kind, text: text ?? draft.text, priority, block: isThere ? block : null };
}

/** Asks what the changes are to readers. */
export function ReaderNoteFields({
	choice,
	note,
	article,
	onChange,
}: {
	choice: NoteChoice;
	/** What the choice comes to. */
	note: ReaderNote;
	article: Article;
	onChange: (choice: NoteChoice) => void;
}) {
	const change = (part: Partial<NoteChoice>) => onChange({ ...choice, ...part });
	return (
		<div className="publish-note-fields">
			<ChoiceCards
				label="What is it to readers?"
				value={choice.kind}
				choices={kinds}
				onChange={(kind) => change({ kind })}
			/>
			{note.kind === 'fix' || note.kind === 'update' ? null : (
				<>
					<TextField
						label="What readers are told"
						rows={3}
						value={note.text}
						placeholder="An earlier version said…"
						onChange={(text) => change({ text: text.replace(/\n/g, ' ') })}
						{...(choice.text === null && note.text !== ''
							? { note: 'Drafted from the difference. Edit it as you like.' }
							: {})}
					/>
					<div className="publish-note-row">
						<Select
							label="Place"
							value={note.priority}
							options={CorrectionPriority.options.map((id) => ({ id, label: priorityLabels[id] }))}
							onChange={(id) => change({ priority: CorrectionPriority.parse(id) })}
						/>
						<Select
							label="About"
							value={note.block ?? wholeStory}
							options={[{ id: wholeStory, label: 'The whole story' }, ...passagesOf(article.body)]}
							onChange={(about) => change({ about })}
						/>
					</div>
				</>
			)}
		</div>
	);
}
