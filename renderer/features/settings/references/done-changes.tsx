import type { DoneReferenceChange } from '#shared/contract/references.ts';
import { formatMoment } from '#shared/text/format-date.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { doneLine } from './reference-question.ts';
import './references.css';

/** The last changes of categories, tags or authors, each with its way back; nothing when there is none. */
export function DoneChanges({
	changes,
	disabledReason,
	onUndo,
}: {
	changes: readonly DoneReferenceChange[];
	disabledReason: string | undefined;
	onUndo: (undo: string) => void;
}) {
	const { newsroom, categories } = useNewsroom().state;
	const { locale, timeZone } = newsroom;
	if (changes.length === 0) return null;
	return (
		<section className="done-changes" aria-label="Last changes">
			<h3>Last changes</h3>
			<ul>
				{changes.map(({ undo, change, at, stories }) => {
					const line = doneLine(change, categories);
					const count = stories === 1 ? '1 story' : `${stories.toLocaleString(locale)} stories`;
					return (
						<li key={undo}>
							<span className="tag-name" dir="auto" title={line}>
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
		</section>
	);
}
