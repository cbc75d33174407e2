import { useDeferredValue, useMemo, useState } from 'react';
import { blockLabel } from '#shared/document/blocks/index.ts';
import { type BlockChange, diffArticles, type KeyPointChange } from '#shared/document/diff/diff-articles.ts';
import { inSentence, isMade } from '#shared/document/fields.ts';
import type { Article } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useArticle } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import './diff.css';
import { BlockBody } from './block-body.tsx';
import { BlockChangeView } from './block-change.tsx';
import { FieldChangeView } from './field-change.tsx';
import { Pieces } from './pieces.tsx';
import { mayRestoreField, restoreBlock, restoreField, restoreKeyPoints } from './restore-part.ts';

/** How an earlier version differs from the story as it stands now, with a way back for each part. */
export function Comparison({
	session,
	past,
	readOnly,
	onCopy,
}: {
	session: StorySession;
	past: Article;
	/** Why nothing can be brought back; undefined when it can. */
	readOnly: string | undefined;
	onCopy: (block: Block) => void;
}) {
	// Typing goes before the comparison.
	const present = useDeferredValue(useArticle(session));
	const diff = useMemo(() => diffArticles(past, present), [past, present]);
	const fields = diff.fields.filter(isMade);
	const points = diff.keyPoints.some((change) => change.kind !== 'same');
	const blocks = diff.blocks.some((change) => change.kind !== 'same');
	const blocked = readOnly === undefined ? {} : { disabledReason: readOnly };

	if (fields.length === 0 && !points && !blocks)
		return (
			<p className="history-note" dir="auto">
				Nothing differs: the story reads now as it did then.
			</p>
		);
	return (
		<>
			<p className="history-summary" role="status" dir="auto">
				{diff.summary.text} since then.
			</p>
			{fields.map((change) => (
				<FieldChangeView
					key={change.field}
					change={change}
					actions={
						mayRestoreField(change.field, present) ? (
							<Button kind="link" {...blocked} onPress={() => restoreField(session, past, change.field)}>
								Restore
							</Button>
						) : null
					}
				/>
			))}
			{points ? (
				<section className="diff-block" aria-label="Key points">
					<header className="diff-head">
						<span className="diff-what">Key points</span>
						<span className="diff-actions">
							<Button kind="link" {...blocked} onPress={() => restoreKeyPoints(session, past)}>
								Restore
							</Button>
						</span>
					</header>
					<div className="diff-text">
						{diff.keyPoints.map((change) => (
							<KeyPointLine key={`${change.kind} ${pointOf(change).id}`} change={change} />
						))}
					</div>
				</section>
			) : null}
			{blocks
				? stretches(diff.blocks).map((stretch) =>
						Array.isArray(stretch) ? (
							<Unchanged key={`same ${stretch[0]?.id}`} blocks={stretch} keyPoints={present.keyPoints} />
						) : (
							<BlockChangeView
								key={`${stretch.kind} ${stretch.kind === 'changed' ? stretch.after.id : stretch.block.id}`}
								change={stretch}
								keyPoints={stretch.kind === 'removed' ? past.keyPoints : present.keyPoints}
								actions={
									<>
										{stretch.kind === 'added' ? null : (
											<Button
												kind="link"
												aria-label={`Copy the earlier ${nameOf(stretch)}`}
												onPress={() => onCopy(stretch.kind === 'removed' ? stretch.block : stretch.before)}
											>
												Copy
											</Button>
										)}
										<Button
											kind="link"
											{...blocked}
											onPress={() => {
												if (!restoreBlock(session, past, stretch))
													showToast('The story has changed here meanwhile, so nothing was restored.');
											}}
										>
											{restoreLabels[stretch.kind]}
										</Button>
									</>
								}
							/>
						),
					)
				: null}
		</>
	);
}

type Difference = Exclude<BlockChange, { kind: 'same' }>;

const restoreLabels: Readonly<Record<Difference['kind'], string>> = {
	changed: 'Restore',
	removed: 'Restore',
	moved: 'Move back',
	added: 'Take out',
};

function nameOf(change: Difference): string {
	return inSentence(blockLabel(change.kind === 'changed' ? change.before.type : change.block.type));
}

/** The differences in order, and between them the blocks that are the same, taken together. */
function stretches(changes: readonly BlockChange[]): (Difference | Block[])[] {
	const joined: (Difference | Block[])[] = [];
	for (const change of changes) {
		const last = joined.at(-1);
		if (change.kind !== 'same') joined.push(change);
		else if (Array.isArray(last)) last.push(change.block);
		else joined.push([change.block]);
	}
	return joined;
}

/** Blocks that did not change: one is shown, more are folded. */
function Unchanged({ blocks, keyPoints }: { blocks: readonly Block[]; keyPoints: Article['keyPoints'] }) {
	const [open, setOpen] = useState(false);
	if (blocks.length > 1 && !open)
		return (
			<Button kind="link" className="diff-folded" aria-expanded={false} onPress={() => setOpen(true)}>
				<span dir="auto">{blocks.length} blocks unchanged</span>
			</Button>
		);
	return (
		<div className="diff-same">
			{blocks.map((block) => (
				<BlockBody key={block.id} block={block} keyPoints={keyPoints} />
			))}
		</div>
	);
}

function pointOf(change: KeyPointChange) {
	return change.kind === 'changed' ? change.after : change.point;
}

function KeyPointLine({ change }: { change: KeyPointChange }) {
	const moved = change.kind === 'moved' || (change.kind === 'changed' && change.moved);
	const { text } = pointOf(change);
	return (
		<div className="diff-entry">
			<span className="diff-sign">•</span>
			<span dir="auto">
				{change.kind === 'changed' ? (
					<Pieces pieces={change.pieces} />
				) : change.kind === 'added' ? (
					<ins>{text}</ins>
				) : change.kind === 'removed' ? (
					<del>{text}</del>
				) : (
					text
				)}
				{moved ? <span className="diff-note"> Moved.</span> : null}
			</span>
		</div>
	);
}
