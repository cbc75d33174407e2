import { type LucideIcon, Minus, MoveVertical, Pencil, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { blockLabel } from '#shared/document/blocks/index.ts';
import type { BlockChange } from '#shared/document/diff/diff-articles.ts';
import { inSentence } from '#shared/document/fields.ts';
import type { KeyPoint } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import { Icon } from '../../ui/icon.tsx';
import { BlockBody } from './block-body.tsx';

type Difference = Exclude<BlockChange, { kind: 'same' }>;

/** One block that differs: what happened to it in words, how it reads, and what can be done. */
export function BlockChangeView({
	change,
	keyPoints,
	actions,
}: {
	change: Difference;
	/** The points of the version in which the block stands. */
	keyPoints: readonly KeyPoint[];
	actions: ReactNode;
}) {
	const block = blockOf(change);
	const name = inSentence(blockLabel(block.type));
	const { icon, label, note } = words(change);
	return (
		<section className="diff-block" data-kind={change.kind} aria-label={`${label} ${name}`}>
			<header className="diff-head">
				<span className="diff-what">
					<Icon of={icon} size={14} />
					{label} {name}
				</span>
				{note === null ? null : (
					<span className="diff-note" dir="auto">
						{note}
					</span>
				)}
				<span className="diff-actions">{actions}</span>
			</header>
			<div className="diff-text">
				{change.kind === 'added' ? (
					<ins>
						<BlockBody block={block} keyPoints={keyPoints} />
					</ins>
				) : change.kind === 'removed' ? (
					<del>
						<BlockBody block={block} keyPoints={keyPoints} />
					</del>
				) : (
					<BlockBody block={block} parts={change.kind === 'changed' ? change.parts : []} keyPoints={keyPoints} />
				)}
			</div>
		</section>
	);
}

/** The block as it is now; as it was where it is gone. */
function blockOf(change: Difference): Block {
	return change.kind === 'changed' ? change.after : change.block;
}

function words(change: Difference): { icon: LucideIcon; label: string; note: string | null } {
	switch (change.kind) {
		case 'changed':
			return { icon: Pencil, label: 'Changed', note: change.moved ? movedWords(change.from, change.to) : null };
		case 'moved':
			return { icon: MoveVertical, label: 'Moved', note: movedWords(change.from, change.to) };
		case 'added':
			return { icon: Plus, label: 'Added', note: null };
		case 'removed':
			return { icon: Minus, label: 'Removed', note: null };
	}
}

function movedWords(from: number, to: number): string {
	return from === to ? 'Moved.' : `Moved ${to > from ? 'down' : 'up'}, from place ${from + 1} to ${to + 1}.`;
}
