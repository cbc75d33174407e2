import { blockLabel } from '#shared/document/blocks/index.ts';
import { inSentence } from '#shared/document/fields.ts';
import type { Article } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import { Button } from '../../ui/controls/button.tsx';
import { BlockBody } from './block-body.tsx';

/** An earlier version as it read, to be looked at and copied from. */
export function PastVersion({ past, onCopy }: { past: Article; onCopy: (block: Block) => void }) {
	const boxed = past.body.some((block) => block.type === 'keyPoints');
	return (
		<article className="past-version" lang={past.language}>
			<h3 className="past-headline" dir="auto">
				{past.headline === '' ? 'No headline' : past.headline}
			</h3>
			{past.standfirst === '' ? null : (
				<p className="past-standfirst" dir="auto">
					{past.standfirst}
				</p>
			)}
			{boxed || past.keyPoints.length === 0 ? null : (
				<div className="diff-text">
					<BlockBody block={{ id: 'key-points', type: 'keyPoints' }} keyPoints={past.keyPoints} />
				</div>
			)}
			{past.body.length === 0 ? <p className="history-note">It had no text yet.</p> : null}
			{past.body.map((block) => (
				<div key={block.id} className="past-block diff-text">
					<BlockBody block={block} keyPoints={past.keyPoints} />
					{block.type === 'divider' ? null : (
						<Button
							kind="link"
							className="past-copy"
							aria-label={`Copy this ${inSentence(blockLabel(block.type))}`}
							onPress={() => onCopy(block)}
						>
							Copy
						</Button>
					)}
				</div>
			))}
		</article>
	);
}
