import { CircleX, TriangleAlert } from 'lucide-react';
import { checkEntry, isCheckId } from '#shared/document/checks/check-table.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useFixes } from '../../../session/fixes.ts';
import { focusField } from '../../../session/focus-field.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './problems.css';
import { stableKeys } from '../links/reorder.ts';

/** Problems of the story, each with a button that puts it right or leads to its field; with `isAdvised` also with what to do. */
export function ProblemList({
	session,
	problems,
	isAdvised = false,
}: {
	session: StorySession;
	problems: readonly Problem[];
	isAdvised?: boolean;
}) {
	const keys = stableKeys(problems, (problem) => `${problem.check} ${JSON.stringify(problem.where)}`);
	const fixFor = useFixes(
		session,
		(where, opens) => focusField(session, where, opens),
		(where) => focusField(session, where),
	);
	if (problems.length === 0) return null;
	return (
		<ul className="problems">
			{problems.map((problem, index) => {
				const isError = problem.severity === 'error';
				const { verb, run } = fixFor(problem);
				return (
					<li key={keys[index]} className="problem" data-severity={problem.severity}>
						<Icon of={isError ? CircleX : TriangleAlert} />
						<span className="problem-words">
							<span className="visually-hidden">{isError ? 'Error: ' : 'Warning: '}</span>
							{problem.message}
							{isAdvised && isCheckId(problem.check) ? (
								<span className="problem-advice">{checkEntry(problem.check).fix}</span>
							) : null}
						</span>
						<Button kind="link" aria-label={`${verb}: ${problem.message}`} onPress={run}>
							{verb}
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
