import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { correctionDay, correctionLabels, priorityLabels } from '#shared/document/corrections/correction-words.ts';
import { type Passage, passagesOf, samePassages } from '#shared/document/corrections/passages.ts';
import { inSentence } from '#shared/document/fields.ts';
import { type Article, Correction, CorrectionKind, CorrectionPriority } from '#shared/model/article.ts';
import { dayIn } from '#shared/text/format-date.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField, useFromArticle } from '../../../session/use-story.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { DayField } from '../../../ui/controls/moment/moment-field.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Entry, EntryList } from '../entry-list.tsx';
import { fieldMark } from '../field-focus.ts';

const kinds = CorrectionKind.options.map((id) => ({ id, label: correctionLabels[id] }));
const places = CorrectionPriority.options.map((id) => ({ id, label: priorityLabels[id] })).reverse();

const wholeStory = ' whole-story';
const none: readonly Passage[] = [];
const noOptions = () => none;
const optionsOf = ({ body }: Article): readonly Passage[] => passagesOf(body);

/** The dated notes that readers see when a published story was put right. */
export function CorrectionFields({
	session,
	onShowAll,
}: {
	session: StorySession;
	/** Shows those of all stories. */
	onShowAll: () => void;
}) {
	const corrections = useField(session, 'corrections');
	const { newsroom } = useNewsroom().state;
	const list = useRef<HTMLOListElement>(null);
	const write = (entries: readonly Correction[]) => session.setField('corrections', [...entries]);
	const change = (index: number, part: Partial<Correction>) =>
		write(corrections.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
	// Without a correction nothing is to be chosen, and the story is not read at all.
	const blocks = useFromArticle(session, corrections.length === 0 ? noOptions : optionsOf, samePassages);

	return (
		<div className="inspector-fields" {...fieldMark('corrections')}>
			<EntryList listRef={list}>
				{corrections.map((correction, index) => (
					// Corrections have no lasting id; each field shows the entry that stands at its place.
					// biome-ignore lint/suspicious/noArrayIndexKey: see above
					<Entry key={index}>
						<Select
							label="Kind"
							value={correction.kind}
							options={kinds}
							onChange={(id) => change(index, { kind: CorrectionKind.parse(id) })}
						/>
						<TextField
							label={correctionLabels[correction.kind]}
							rows={3}
							value={correction.text}
							placeholder="An earlier version of this story said…"
							onChange={(text) => change(index, { text: text.replace(/\n/g, ' ') })}
						/>
						<DayField
							clock={newsroom}
							label="Date"
							isRequired
							value={correctionDay(correction, newsroom)}
							onChange={(date) => {
								if (date !== null) change(index, { date });
							}}
						/>
						<Select
							label="About"
							value={correction.block ?? wholeStory}
							options={[
								{ id: wholeStory, label: 'The whole story' },
								...blocks,
								...(correction.block === null || blocks.some((block) => block.id === correction.block)
									? []
									: [{ id: correction.block, label: 'A paragraph that is gone' }]),
							]}
							onChange={(id) => change(index, { block: id === wholeStory ? null : id })}
						/>
						<Select
							label="Place"
							value={correction.priority}
							options={places}
							onChange={(id) => change(index, { priority: CorrectionPriority.parse(id) })}
						/>
						<div>
							<Button kind="link" onPress={() => write(corrections.filter((_, at) => at !== index))}>
								Remove {inSentence(correctionLabels[correction.kind])}
							</Button>
						</div>
					</Entry>
				))}
			</EntryList>
			<AriaButton
				className="inspector-add"
				onPress={() => {
					write([...corrections, Correction.parse({ date: dayIn(new Date(), newsroom.timeZone), text: '' })]);
					requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('textarea')?.focus());
				}}
			>
				<Icon of={Plus} />
				Add correction
			</AriaButton>
			<div>
				<Button kind="link" onPress={onShowAll}>
					Corrections of all stories…
				</Button>
			</div>
		</div>
	);
}
