import { CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import { checkEntry, isCheckId } from '#shared/document/checks/check-table.ts';
import { useFixes } from '../../../session/fixes.ts';
import { focusField } from '../../../session/focus-field.ts';
import type { StorySession } from '../../../session/story-session.ts';
import type { ToldProblem } from '../../../session/told-problems.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './problems.css';
import { stableKeys } from '../links/reorder.ts';

/** How a problem is told: to those who see it, and to those who hear it. */
const looks = {
	error: { icon: CircleX, word: 'Error: ' },
	warning: { icon: TriangleAlert, word: 'Warning: ' },
	quiet: { icon: CircleDashed, word: 'Still to do: ' },
};

/** Problems of the story, each with a button that puts it right or leads to its field; with `isAdvised` also with what to do. */
export function ProblemList({
	session,
	problems,
	isAdvised = false,
}: {
	session: StorySession;
	problems: readonly ToldProblem[];
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
				const look = problem.isQuiet ? looks.quiet : looks[problem.severity];
				const { verb, run } = fixFor(problem);
				return (
					<li key={keys[index]} className="problem" data-severity={problem.isQuiet ? 'quiet' : problem.severity}>
						<Icon of={look.icon} />
						<span className="problem-words">
							<span className="visually-hidden">{look.word}</span>
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
