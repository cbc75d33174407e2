import type { LogEntry, LoggedStory } from '#shared/contract/targets.ts';
import { formatMoment } from '#shared/text/format-date.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Chip, type ChipTone } from '../../ui/controls/chip.tsx';
import { storyTitle } from '../../ui/display/story-title.ts';
import { entryWords, storiesWords } from './target-words.ts';

/** The log of a target, the newest line first. */
export function LogList({
	target,
	lines,
	onRollBack,
}: {
	target: string;
	lines: readonly LogEntry[];
	onRollBack: (to: number) => void;
}) {
	const { newsroom, readOnly } = useNewsroom().state;
	if (lines.length === 0) return <p className="target-note">Nothing has been exported to {target} yet.</p>;
	return (
		<ol className="target-lines" aria-label={`What was exported to ${target}`}>
			{lines.map((line) => (
				<li key={line.number} className="target-line">
					<span className="target-number">{line.number}</span>
					<div className="target-line-text">
						<div className="target-line-head">
							<strong>{entryWords(line)}</strong>
							{line.isNow ? <Chip tone="green">As it is now</Chip> : null}
						</div>
						<div className="target-note">
							{formatMoment(new Date(line.at), newsroom)}
							{line.who === '' ? '' : `, ${line.who}`} · {storiesWords(line.stories, newsroom.locale)}
						</div>
						<StoryNames stories={line.stories} most={3} />
					</div>
					{line.canRollBack ? (
						<Button
							kind="bordered"
							aria-label={`Take ${target} back to export ${line.number}`}
							{...(readOnly === null ? {} : { disabledReason: readOnly })}
							onPress={() => onRollBack(line.number)}
						>
							Take back to this…
						</Button>
					) : null}
				</li>
			))}
		</ol>
	);
}

const tones: Readonly<Record<LoggedStory['what'], ChipTone>> = { new: 'green', changed: 'accent', removed: 'mark' };

/** Stories by their headlines, each with what becomes of it. */
export function StoryNames({ stories, most }: { stories: readonly LoggedStory[]; most: number }) {
	const { locale } = useNewsroom().state.newsroom;
	if (stories.length === 0) return null;
	const more = stories.length - most;
	return (
		<ul className="target-stories">
			{stories.slice(0, most).map(({ id, headline, what }) => (
				<li key={id}>
					<Chip tone={tones[what]}>{what}</Chip>
					<span dir="auto">{storyTitle(headline)}</span>
				</li>
			))}
			{more > 0 ? <li className="target-note">and {more.toLocaleString(locale)} more</li> : null}
		</ul>
	);
}
