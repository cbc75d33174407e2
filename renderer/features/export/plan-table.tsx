import type { PlannedStory, ToldStory } from '#shared/contract/export.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Chip } from '../../ui/controls/chip.tsx';
import { storyTitle } from '../../ui/display/story-title.ts';
import { countStories, outcomeWords, sortStories, withheldLine } from './plan-words.ts';

/** A table of more would only be slow to read. */
const mostRows = 300;

/** What the export would do with each story, or did, and why. */
export function PlanTable({
	stories,
	removed,
	unreplaced,
	isDone = false,
	onGoTo,
	onJson,
}: {
	stories: readonly PlannedStory[];
	/** Stories that readers lose. */
	removed: readonly ToldStory[];
	/** Withdrawn ones whose replacement they do not get. */
	unreplaced: readonly ToldStory[];
	/** Whether it has been done. */
	isDone?: boolean;
	onGoTo: (story: PlannedStory, problem: Problem) => void;
	/** Compares the JSON of a story with what lies in the folder; undefined where there is none to compare. */
	onJson?: ((story: PlannedStory) => void) | undefined;
}) {
	const { locale } = useNewsroom().state.newsroom;
	const sorted = sortStories(stories);
	// One unchanged story is the answer; hundreds of them are noise, but for what is held back in them.
	const isQuiet = ({ outcome, problems }: PlannedStory) => outcome === 'unchanged' && problems.length === 0;
	const quiet = stories.length > 20 ? sorted.filter(isQuiet) : [];
	const loud = sorted.filter((story) => !quiet.includes(story));
	const shown = loud.slice(0, mostRows);
	const changing = shown.filter(({ outcome }) => outcome !== 'unchanged');
	const row = (story: PlannedStory) => <StoryRow key={story.id} story={story} onGoTo={onGoTo} onJson={onJson} />;
	return (
		<div className="export-table-frame">
			<table className="export-table">
				<thead>
					<tr>
						<th scope="col">Story</th>
						<th scope="col" className="export-outcome">
							{isDone ? 'What happened' : 'What happens'}
						</th>
						<th scope="col">Detail</th>
					</tr>
				</thead>
				<tbody>
					{changing.map(row)}
					<ToldRows stories={removed} label="Removed" />
					<ToldRows stories={unreplaced} label="Withdrawn" />
					{shown.filter((story) => !changing.includes(story)).map(row)}
					{loud.length > shown.length ? (
						<tr>
							<td colSpan={3}>And {countStories(loud.length - shown.length, locale)} more.</td>
						</tr>
					) : null}
					{quiet.length === 0 ? null : (
						<tr>
							<td colSpan={3}>
								{countStories(quiet.length, locale)} {quiet.length === 1 ? 'is' : 'are'} unchanged.
							</td>
						</tr>
					)}
				</tbody>
			</table>
		</div>
	);
}

function StoryRow({
	story,
	onGoTo,
	onJson,
}: {
	story: PlannedStory;
	onGoTo: (story: PlannedStory, problem: Problem) => void;
	onJson: ((story: PlannedStory) => void) | undefined;
}) {
	const { categoryLabel } = useNewsroom();
	return (
		<tr>
			<td>
				<div className="export-headline" dir="auto">
					{storyTitle(story.headline)}
				</div>
				<div className="export-categories">{story.categories.map(categoryLabel).join(', ')}</div>
			</td>
			<td>
				<Chip tone={outcomeWords[story.outcome].tone}>{outcomeWords[story.outcome].label}</Chip>
			</td>
			<td>
				<Detail story={story} onGoTo={onGoTo} />
				{onJson === undefined || story.outcome !== 'changed' ? null : (
					<Button kind="link" aria-label={`Compare the JSON of ${story.headline}`} onPress={() => onJson(story)}>
						Compare the JSON
					</Button>
				)}
			</td>
		</tr>
	);
}

function ToldRows({ stories, label }: { stories: readonly ToldStory[]; label: string }) {
	return stories.slice(0, mostRows).map(({ id, headline, reason }) => (
		<tr key={`${label} ${id}`}>
			<td>
				<div className="export-headline" dir="auto">
					{storyTitle(headline)}
				</div>
			</td>
			<td>
				<Chip tone="mark">{label}</Chip>
			</td>
			<td>
				<div className="export-problem">It {reason}.</div>
			</td>
		</tr>
	));
}

function Detail({ story, onGoTo }: { story: PlannedStory; onGoTo: (story: PlannedStory, problem: Problem) => void }) {
	const { state } = useNewsroom();
	const withheld = story.withheld && withheldLine(story.withheld, state.newsroom);
	const plain = {
		blocked: null,
		new: 'Exported for the first time.',
		changed: `${story.difference ?? 'Replaces what was exported before'}.`,
		unchanged: 'The same as in the last export.',
		embargoed: withheld,
		scheduled: withheld,
	}[story.outcome];
	const problems = [
		...story.problems.filter(({ severity }) => severity === 'error'),
		...story.problems.filter(({ severity }) => severity === 'warning'),
	];
	return (
		<>
			{plain === null ? null : <div className="export-problem">{plain}</div>}
			{problems.map((problem) => (
				<div key={`${problem.check} ${JSON.stringify(problem.where)} ${problem.message}`} className="export-problem">
					<span className={problem.severity === 'warning' ? 'export-warning' : undefined}>{problem.message}</span>
					<Button kind="link" aria-label={`Go to the field: ${problem.message}`} onPress={() => onGoTo(story, problem)}>
						Go to the field
					</Button>
				</div>
			))}
		</>
	);
}
