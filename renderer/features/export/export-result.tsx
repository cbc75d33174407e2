import type { ExportReport, PlannedStory } from '#shared/contract/export.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { storyTitle } from '../../ui/display/story-title.ts';
import { EditedNote } from './edited-note.tsx';
import { PlanTable } from './plan-table.tsx';
import { countStories } from './plan-words.ts';

/** What an export has done. */
export function ExportResult({
	report,
	onGoTo,
}: {
	report: ExportReport;
	onGoTo: (story: PlannedStory, problem: Problem) => void;
}) {
	const { state } = useNewsroom();
	const { locale } = state.newsroom;
	const facts = [
		{ name: 'Written', count: report.written },
		{ name: 'Unchanged', count: report.unchanged },
		{ name: 'Removed', count: report.removed },
		{ name: 'Blocked', count: report.blocked.length },
		{ name: report.media === 1 ? 'Picture' : 'Pictures', count: report.media },
	];
	return (
		<div role="status">
			<dl className="export-facts">
				{facts.map(({ name, count }) => (
					<div key={name} className="export-fact">
						<dd>
							<strong>{count.toLocaleString(locale)}</strong>
						</dd>
						<dt>
							<span>{name}</span>
						</dt>
					</div>
				))}
			</dl>
			<EditedNote files={report.edited} />
			{report.blocked.length === 0 ? null : (
				<p className="export-note">
					{countStories(report.blocked.length, locale)} {report.blocked.length === 1 ? 'was' : 'were'} left out because
					of problems:{' '}
					{report.blocked
						.slice(0, 5)
						.map(({ headline }) => `“${storyTitle(headline)}”`)
						.join(', ')}
					{report.blocked.length > 5 ? ' and others' : ''}.
				</p>
			)}
			{report.stories.length + report.removedStories.length + report.unreplaced.length === 0 ? null : (
				<PlanTable
					stories={report.stories}
					removed={report.removedStories}
					unreplaced={report.unreplaced}
					isDone
					onGoTo={onGoTo}
				/>
			)}
		</div>
	);
}
