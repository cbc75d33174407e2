import type { ReactNode } from 'react';
import type { AnyPart } from '#shared/document/blocks/block-module.ts';
import { partsOf, partValue } from '#shared/document/blocks/index.ts';
import { type BlockPart, entriesOf } from '#shared/document/diff/diff-block.ts';
import type { KeyPoint } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import { GalleryEntries, ListEntries, TableEntries, Thumbnail } from './entries.tsx';
import { BeforeAfter, InlineText, Pieces } from './pieces.tsx';

/** A block as it reads, with what changed in it shown where it stands. */
export function BlockBody({
	block,
	parts = [],
	keyPoints,
}: {
	block: Block;
	parts?: readonly BlockPart[];
	keyPoints: readonly KeyPoint[];
}) {
	const change = (name: string) => parts.find(({ part }) => part === name);
	const told = parts.flatMap((part) => (part.kind === 'value' ? [part] : []));
	const body = partsOf(block).map(([name, module]) => (
		<PartBody key={name} block={block} value={partValue(block, name)} module={module} change={change(name)} />
	));
	return (
		<>
			{told
				.filter(({ part }) => part !== 'media')
				.map(({ part, label, words }) => (
					<p key={part} className="diff-words">
						<span className="diff-label">{label}</span> <BeforeAfter before={words.before} after={words.after} />
					</p>
				))}
			{block.type === 'keyPoints' ? <KeyPointsBox keyPoints={keyPoints} /> : null}
			{block.type === 'divider' ? <hr className="diff-divider" /> : null}
			{block.type === 'quote' || block.type === 'pullquote' ? (
				<blockquote className="diff-quote" data-pull={block.type === 'pullquote' ? '' : undefined}>
					{body}
				</blockquote>
			) : (
				body
			)}
		</>
	);
}

/** One part of a block as it reads, by its kind. */
function PartBody({
	block,
	value,
	module,
	change,
}: {
	block: Block;
	value: unknown;
	module: AnyPart;
	change: BlockPart | undefined;
}): ReactNode {
	switch (module.kind) {
		case 'inline':
		case 'line': {
			const text = typeof value === 'string' ? value : '';
			if (text === '' && change === undefined && module.label !== '') return null;
			const words =
				change?.kind === 'text' ? (
					<Pieces pieces={change.pieces} />
				) : module.kind === 'inline' ? (
					<InlineText html={text} />
				) : (
					text
				);
			if (module.label === '') return <Words block={block}>{words}</Words>;
			return (
				<p className="diff-words" dir="auto">
					<span className="diff-label">{module.label}</span> {words}
				</p>
			);
		}
		case 'entries': {
			const entries = change?.kind === 'entries' ? change.entries : entriesOf(block);
			if (module.look === 'table') return <TableEntries entries={entries} />;
			if (module.look === 'pictures') return <GalleryEntries entries={entries} />;
			const { ordered, start } = block.type === 'list' ? block : { ordered: false, start: 1 };
			return <ListEntries entries={entries} ordered={ordered} start={start} />;
		}
		case 'value': {
			if (module.look === undefined || typeof value !== 'string') return null;
			if (module.look === 'address') return <p className="diff-words">{value}</p>;
			const before = change?.kind === 'value' && typeof change.before === 'string' ? change.before : null;
			if (before === null) return <Thumbnail media={value} />;
			return <BeforeAfter before={<Thumbnail media={before} />} after={<Thumbnail media={value} />} />;
		}
	}
}

function Words({ block, children }: { block: Block; children: ReactNode }) {
	if (block.type !== 'subhead') return <p dir="auto">{children}</p>;
	return (
		<p className="diff-subhead" data-level={block.level} dir="auto">
			{children}
		</p>
	);
}

function KeyPointsBox({ keyPoints }: { keyPoints: readonly KeyPoint[] }) {
	return (
		<div className="diff-box">
			<p className="diff-label">Key points</p>
			{keyPoints.map((point) => (
				<div key={point.id} className="diff-entry" dir="auto">
					<span className="diff-sign">•</span>
					<span>{point.text}</span>
				</div>
			))}
		</div>
	);
}
