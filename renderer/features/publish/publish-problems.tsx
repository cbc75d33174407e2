import { CircleX, TriangleAlert } from 'lucide-react';
import { checksOf, checksOn } from '#shared/document/checks/check-settings.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useFixes } from '../../session/fixes.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { PublishProps } from './publish-props.ts';

/** What the checks say of the story that is to be published, each with what puts it right. */
export function PublishProblems({
	session,
	problems,
	onGoTo,
}: {
	session: StorySession;
	problems: readonly Problem[];
	onGoTo: PublishProps['onGoTo'];
}) {
	// What is proposed is read in the page below, and the window stays.
	const fixFor = useFixes(session, onGoTo);
	const looked = checksOn(checksOf(useNewsroom().state.newsroom)).length;
	if (problems.length === 0) return <p className="field-note">{looked} checks, nothing to do.</p>;
	return (
		<ul className="publish-problems" aria-label="Checks">
			{problems.map((problem) => {
				const { check, message, where, severity } = problem;
				const { verb, run } = fixFor(problem);
				return (
					<li key={`${check} ${JSON.stringify(where)} ${message}`} data-severity={severity}>
						<Icon of={severity === 'error' ? CircleX : TriangleAlert} />
						<span dir="auto">{message}</span>
						<Button kind="link" aria-label={`${verb}: ${message}`} onPress={run}>
							{verb}
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
