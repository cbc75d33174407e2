import { ChevronDown } from 'lucide-react';
import { statusRefusal } from '#shared/document/status-refusal.ts';
import { liftFirst } from '#shared/document/withheld-words.ts';
import type { Problem } from '#shared/model/problem.ts';
import { mayFollow, Status, statusEntry } from '#shared/model/status.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useProblems } from '../../session/use-problems.ts';
import { useField, useReadOnly } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { StatusDot } from '../../ui/display/status-dot.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/overlays/menu.tsx';
import { setStatus } from './set-status.ts';
import './workflow.css';

/** Why a story cannot be published; undefined when it can. */
function errorWords(problems: readonly Problem[]): string | undefined {
	const count = problems.filter(({ severity }) => severity === 'error').length;
	if (count === 0) return undefined;
	return count === 1 ? 'It has an error; see Checks.' : `It has ${count} errors; see Checks.`;
}

/** The story's status, as a button that changes it; to be withdrawn it needs a reason, which `onWithdraw` asks for. */
export function StatusMenu({ session, onWithdraw }: { session: StorySession; onWithdraw: () => void }) {
	const status = useField(session, 'status');
	const readOnly = useReadOnly(session);
	const errors = errorWords(useProblems(session));
	const embargo = useField(session, 'embargo');
	const dates = useField(session, 'dates');
	const refusal = (one: Status): string | undefined => {
		const refused = statusRefusal({ status, dates }, one);
		if (refused !== null) return refused;
		if (one === status || one !== 'published') return undefined;
		return embargo.untilLifted ? `It ${liftFirst(embargo.reason)}` : errors;
	};
	const button = (
		<Button
			kind="bordered"
			className="status-button"
			aria-label={`Status: ${statusEntry(status).label}`}
			disabledReason={readOnly ?? undefined}
		>
			<StatusDot status={status} />
			{statusEntry(status).label}
			<Icon of={ChevronDown} />
		</Button>
	);
	if (readOnly !== null) return button;
	return (
		<MenuButton
			label="Status"
			placement="bottom end"
			groups={[
				{
					entries: Status.options
						.filter((one) => mayFollow(status, one))
						.map((one) => ({
							id: one,
							label: statusEntry(one).label,
							note: statusEntry(one).note,
							mark: <StatusDot status={one} />,
							checked: one === status,
							disabledReason: refusal(one),
						})),
				},
			]}
			onAction={(id) => {
				const chosen = Status.options.find((one) => one === id);
				if (chosen === 'withdrawn') onWithdraw();
				else if (chosen !== undefined) setStatus(session, chosen, new Date());
			}}
		>
			{button}
		</MenuButton>
	);
}
