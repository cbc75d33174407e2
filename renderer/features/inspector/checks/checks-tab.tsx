import { Check, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Disclosure, DisclosurePanel, Button as FoldButton, Heading } from 'react-aria-components';
import { type CheckSettings, checksOf, checksOn } from '#shared/document/checks/check-settings.ts';
import {
	type CheckGroup,
	type CheckId,
	checkEntry,
	checkGroups,
	checkIds,
	checkPlace,
} from '#shared/document/checks/check-table.ts';
import { focusField } from '../../../session/focus-field.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import type { ToldProblem } from '../../../session/told-problems.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { HeadlinePlaces } from './headline-places.tsx';
import { ProblemList } from './problem-list.tsx';
import './checks-tab.css';

/** What the checks say of a story, how its headline is seen elsewhere, and what was looked at. */
export function ChecksTab({
	session,
	problems,
	onAdjust,
}: {
	session: StorySession;
	problems: readonly ToldProblem[];
	/** Opens the settings of the checks. */
	onAdjust: () => void;
}) {
	const checks = checksOf(useNewsroom().state.newsroom);
	const found = new Set(problems.map(({ check }) => check));
	const fine = checksOn(checks).filter((id) => !found.has(id));
	return (
		<div className="inspector-pane">
			{problems.length === 0 ? null : (
				<>
					<p className="inspector-sentence">{summary(problems)}</p>
					<div className="inspector-section">
						<ProblemList session={session} problems={problems} isAdvised />
					</div>
				</>
			)}
			<FineChecks session={session} fine={fine} isAll={problems.length === 0} />
			<HeadlinePlaces session={session} checks={checks} />
			<section className="inspector-section checks-foot">
				<OffChecks checks={checks} />
				<Button kind="link" onPress={onAdjust}>
					Adjust the checks…
				</Button>
			</section>
		</div>
	);
}

/** The checks that found nothing, folded: what was looked at, and where. */
function FineChecks({
	session,
	fine,
	isAll,
}: {
	session: StorySession;
	fine: readonly CheckId[];
	/** Whether no check found anything. */
	isAll: boolean;
}) {
	const [isExpanded, setExpanded] = useState(false);
	const groups = (Object.entries(checkGroups) as [CheckGroup, string][]).map(([group, title]) => ({
		title,
		ids: fine.filter((id) => checkEntry(id).group === group),
	}));
	return (
		<Disclosure className="inspector-section" isExpanded={isExpanded} onExpandedChange={setExpanded}>
			<Heading level={3} className="inspector-fold">
				<FoldButton slot="trigger" className="inspector-fold-button">
					<Icon of={ChevronRight} className="inspector-fold-mark" />
					<span className="checks-fine" data-all={isAll ? '' : undefined}>
						<Icon of={Check} />
						{fine.length === 1 ? '1 check, nothing to do' : `${fine.length} checks, nothing to do`}
					</span>
				</FoldButton>
			</Heading>
			<DisclosurePanel className="inspector-fold-panel">
				{isExpanded ? (
					<div className="checks-groups">
						{groups
							.filter(({ ids }) => ids.length > 0)
							.map(({ title, ids }) => (
								<section key={title} aria-label={title}>
									<h4>{title}</h4>
									<ul>
										{ids.map((id) => (
											<li key={id}>
												<Icon of={Check} />
												<button type="button" onClick={() => focusField(session, checkPlace(id))}>
													{checkEntry(id).label}
												</button>
											</li>
										))}
									</ul>
								</section>
							))}
					</div>
				) : null}
			</DisclosurePanel>
		</Disclosure>
	);
}

/** How many checks nobody runs here, so that their silence is not taken for praise. */
function OffChecks({ checks }: { checks: CheckSettings }) {
	const off = checkIds.length - checksOn(checks).length;
	if (off === 0) return null;
	return <p className="field-note">{off === 1 ? '1 check is switched off.' : `${off} checks are switched off.`}</p>;
}

function summary(problems: readonly ToldProblem[]): string {
	const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
	const errors = problems.filter(({ severity }) => severity === 'error');
	const loud = errors.filter(({ isQuiet }) => !isQuiet).length;
	if (loud > 0) return `${count(loud, 'error')} must be put right before the story can be exported.`;
	if (errors.length > 0) return 'This is still to be written before the story can be exported.';
	return `${count(problems.length, 'warning')}. The story can be exported.`;
}
