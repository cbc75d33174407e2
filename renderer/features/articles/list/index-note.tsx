import { HardDrive } from 'lucide-react';
import type { IndexState } from '#shared/contract/articles.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** One quiet line about the index: how far it is read, that it is made anew, or that it cannot be kept. */
export function IndexNote({ state }: { state: Exclude<IndexState, { kind: 'ready' }> }) {
	const { locale } = useNewsroom().state.newsroom;
	if (state.kind === 'unkept')
		return (
			<div className="list-note" role="status" title={state.reason}>
				<Icon of={HardDrive} />
				<span>
					The index of stories cannot be kept on this disk, so each start takes longer. Everything else works.
				</span>
			</div>
		);
	const { done, total, isAnew } = state;
	return (
		<div className="index-note">
			<p>
				{isAnew && 'The index of stories was damaged and is made anew; your stories are safe. '}
				{total === 0
					? 'Looking for stories…'
					: `Reading stories: ${done.toLocaleString(locale)} of ${total.toLocaleString(locale)}. Search knows those read so far.`}
			</p>
			<div
				className="index-note-bar"
				role="progressbar"
				aria-label="Reading stories"
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={total === 0 ? 0 : Math.round((done / total) * 100)}
			>
				<div style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
			</div>
		</div>
	);
}
