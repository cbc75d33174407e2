import { History, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { TargetState } from '#shared/contract/targets.ts';
import { useHost } from '../../host/host-context.tsx';
import { useTargets } from '../../session/use-targets.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { standingWords } from './target-words.ts';
import './targets.css';

/** Says which targets are not as they are to be, with one press that mends it; nothing while all is well. */
export function TargetsMark() {
	const targets = useTargets();
	return (
		<div className="targets-mark" role="status" aria-label="Targets">
			{targets.map((target) => (
				<TargetMark key={target.name} target={target} />
			))}
		</div>
	);
}

const icons = { writing: LoaderCircle, behind: TriangleAlert, 'rolled back': History } as const;

function TargetMark({ target: { name, standing } }: { target: TargetState }) {
	const host = useHost();
	const words = standingWords(name, standing);
	if (words === null || standing.kind === 'idle') return null;
	const mend = async () => {
		const answer = await host.targets.catchUp({ name });
		if (!answer.ok) showToast(answer.failure.message);
	};
	return (
		<span className="target-mark" data-kind={standing.kind}>
			<span className="target-mark-text" title={words.whole}>
				<Icon of={icons[standing.kind]} />
				{words.text}
			</span>
			{words.action === null ? null : (
				<Button kind="link" aria-label={`${words.action}: ${name}. ${words.whole}`} onPress={() => void mend()}>
					{words.action}
				</Button>
			)}
		</span>
	);
}
