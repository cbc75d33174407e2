import type { ReactNode } from 'react';
import { type BlockPart, entriesOf } from '#shared/document/diff/diff-block.ts';
import type { KeyPoint } from '#shared/model/article.ts';
import type { Block, BlockType } from '#shared/model/block.ts';
import { blockNames } from './block-names.ts';
import { GalleryEntries, ListEntries, TableEntries, Thumbnail } from './entries.tsx';
import { BeforeAfter, InlineText, Pieces } from './pieces.tsx';

type TextPart = Extract<BlockPart, { kind: 'text' }>['part'];

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
	const values = parts.flatMap((part) => (part.kind === 'value' ? [part] : []));
	const told = values.filter((part) => part.part !== 'media');
	const changed = (name: TextPart) => parts.find((part) => part.kind === 'text' && part.part === name);
	const entries = parts.find((part) => part.kind === 'entries')?.entries ?? entriesOf(block);
	const text = (name: TextPart, value: string): ReactNode => {
		const part = changed(name);
		if (part?.kind === 'text') return <Pieces pieces={part.pieces} />;
		return name === 'html' ? <InlineText html={value} /> : value;
	};
	const words = (name: TextPart, label: string, value: string): ReactNode =>
		value === '' && changed(name) === undefined ? null : (
			<p className="diff-words" dir="auto">
				<span className="diff-label">{label}</span> {text(name, value)}
			</p>
		);
	const body = (): ReactNode => {
		switch (block.type) {
			case 'paragraph':
				return <p dir="auto">{text('html', block.html)}</p>;
			case 'subhead':
				return (
					<p className="diff-subhead" data-level={block.level} dir="auto">
						{text('html', block.html)}
					</p>
				);
			case 'quote':
			case 'pullquote':
				return (
					<blockquote className="diff-quote" data-pull={block.type === 'pullquote' ? '' : undefined}>
						<p dir="auto">{text('html', block.html)}</p>
						{words('attribution', 'By', block.attribution)}
					</blockquote>
				);
			case 'keyPoints':
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
			case 'list':
				return <ListEntries entries={entries} ordered={block.ordered} />;
			case 'table':
				return (
					<>
						<TableEntries entries={entries} />
						{words('caption', 'Caption', block.caption)}
					</>
				);
			case 'gallery':
				return (
					<>
						<GalleryEntries entries={entries} />
						{words('caption', 'Caption', block.caption)}
					</>
				);
			case 'image': {
				const media = values.find((part) => part.part === 'media');
				const before = typeof media?.before === 'string' ? media.before : null;
				return (
					<>
						{before === null ? (
							<Thumbnail media={block.media} />
						) : (
							<BeforeAfter before={<Thumbnail media={before} />} after={<Thumbnail media={block.media} />} />
						)}
						{words('alt', 'Alt text', block.alt)}
						{words('caption', 'Caption', block.caption)}
						{words('credit', 'Credit', block.credit)}
					</>
				);
			}
			case 'embed':
				return (
					<>
						<p className="diff-words">{block.url}</p>
						{words('title', 'Title', block.title)}
						{words('caption', 'Caption', block.caption)}
					</>
				);
			case 'divider':
				return <hr className="diff-divider" />;
		}
	};
	return (
		<>
			{told.map(({ part, before, after }) => (
				<p key={part} className="diff-words">
					<span className="diff-label">{valueLabels[part]}</span>{' '}
					<BeforeAfter before={valueWords(part, before)} after={valueWords(part, after)} />
				</p>
			))}
			{body()}
		</>
	);
}

type ValuePart = Extract<BlockPart, { kind: 'value' }>['part'];

const valueLabels: Readonly<Record<ValuePart, string>> = {
	type: 'Kind of block',
	level: 'Level',
	ordered: 'Kind of list',
	headerRow: 'Header row',
	media: 'Picture',
	focus: 'Focus point',
	url: 'Address',
};

function valueWords(part: ValuePart, value: string | number | boolean | null): string {
	if (value === null) return 'None';
	if (part === 'type') return blockNames[value as BlockType] ?? String(value);
	if (part === 'ordered') return value === true ? 'Numbered' : 'Bulleted';
	if (typeof value === 'boolean') return value ? 'On' : 'Off';
	if (part === 'focus') {
		const point: unknown = JSON.parse(String(value));
		return Array.isArray(point) ? point.map((each) => `${Math.round(Number(each) * 100)}%`).join(' ') : String(value);
	}
	return String(value);
}
