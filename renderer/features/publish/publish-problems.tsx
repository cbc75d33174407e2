import { CircleX, TriangleAlert } from 'lucide-react';
import { checksOf, checksOn } from '#shared/document/checks/check-settings.ts';
import type { FieldRef, Problem } from '#shared/model/problem.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** What the checks say of the story that is to be published, each with the way to its field. */
export function PublishProblems({
	problems,
	onGoTo,
}: {
	problems: readonly Problem[];
	onGoTo: (where: FieldRef) => void;
}) {
	const looked = checksOn(checksOf(useNewsroom().state.newsroom)).length;
	if (problems.length === 0) return <p className="field-note">{looked} checks, nothing to do.</p>;
	return (
		<ul className="publish-problems" aria-label="Checks">
			{problems.map(({ check, message, where, severity }) => (
				<li key={`${check} ${JSON.stringify(where)} ${message}`} data-severity={severity}>
					<Icon of={severity === 'error' ? CircleX : TriangleAlert} />
					<span dir="auto">{message}</span>
					<Button
						kind="link"
						aria-label={`${severity === 'error' ? 'Fix' : 'Show'}: ${message}`}
						onPress={() => onGoTo(where)}
					>
						{severity === 'error' ? 'Fix' : 'Show'}
					</Button>
				</li>
			))}
		</ul>
	);
}
