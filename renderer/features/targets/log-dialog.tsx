import { useCallback, useState } from 'react';
import type { LogEntry, RollBackPlan } from '#shared/contract/targets.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { useTargets } from '../../session/use-targets.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Dialog, DialogDone, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { LogList, StoryNames } from './log-list.tsx';
import { storiesWords } from './target-words.ts';
import './targets.css';

/** What was exported to the targets, when and by whom, and the way back to an earlier export. */
export function LogDialog({ target, onClose }: { target: string | null; onClose: () => void }) {
	const host = useHost();
	const { locale } = useNewsroom().state.newsroom;
	const targets = useTargets();
	const [chosen, setChosen] = useState(target);
	const name = chosen ?? targets[0]?.name ?? null;
	const ask = useCallback(
		async () => (name === null ? { ok: true as const, value: [] } : host.targets.log({ name, limit: 100 })),
		[host, name],
	);
	const { value, failure, reload } = useAnswer<readonly LogEntry[]>(ask);
	const [plan, setPlan] = useState<RollBackPlan | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const [isBusy, setBusy] = useState(false);

	const prepare = async (to: number) => {
		if (name === null) return;
		const answer = await host.targets.planRollBack({ name, to });
		setProblem(answer.ok ? null : answer.failure.message);
		if (answer.ok) setPlan(answer.value);
	};
	const rollBack = async ({ target: of, to }: RollBackPlan) => {
		setBusy(true);
		const answer = await host.targets.rollBack({ name: of, to });
		setBusy(false);
		setProblem(answer.ok ? null : answer.failure.message);
		setPlan(null);
		reload();
		if (answer.ok) showToast(`${of} is again as with export ${to}.`);
	};

	if (plan !== null) {
		return (
			<Dialog
				title={`Take ${plan.target} back to export ${plan.to}?`}
				intro={
					plan.stories.length === 0
						? 'No story changes for readers; other files may.'
						: `For readers this concerns ${plan.stories.length === 1 ? 'one story' : `${plan.stories.length.toLocaleString(locale)} stories`}: ${storiesWords(plan.stories, locale)}. The stories in the newsroom stay as they are.`
				}
				onClose={() => setPlan(null)}
				foot={
					<>
						<DialogSpace />
						<Button onPress={() => setPlan(null)}>Cancel</Button>
						<Button
							kind="primary"
							disabledReason={isBusy ? 'It is being taken back.' : undefined}
							onPress={() => void rollBack(plan)}
						>
							Take {plan.target} back
						</Button>
					</>
				}
			>
				<StoryNames stories={plan.stories} most={100} />
				<p className="target-note">
					From then on nothing is written there by itself, until somebody publishes by hand or exports to it.
				</p>
			</Dialog>
		);
	}
	return (
		<Dialog
			title="Export log"
			intro={name === null ? 'The newsroom has no targets yet. Add them in the newsroom settings.' : undefined}
			size="wide"
			onClose={onClose}
			foot={<DialogDone onClose={onClose} />}
		>
			{name === null ? undefined : (
				<div className="target-log">
					{targets.length < 2 ? null : (
						<Select
							label="Target"
							value={name}
							options={targets.map((one) => ({ id: one.name, label: one.name }))}
							onChange={setChosen}
						/>
					)}
					{problem === null && failure === null ? null : (
						<p className="target-failure" role="alert">
							{problem ?? failure?.message}
						</p>
					)}
					{value === null ? null : <LogList target={name} lines={value} onRollBack={(to) => void prepare(to)} />}
				</div>
			)}
		</Dialog>
	);
}
