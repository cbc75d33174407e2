import { ArrowRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { TextPiece } from '#shared/document/diff/diff-text.ts';
import { type MarkName, parseInlineHtml, type TextRun } from '#shared/model/inline-html.ts';
import { Icon } from '../../ui/icon.tsx';

/** A text that was compared: what was added is underlined, what was removed is struck out. */
export function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
	// biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
	return pieces.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { piece: TextPiece }): ReactNode {
	// A line break that came or went is seen by its sign.
	const text = marked(piece, piece.kind === 'added' || piece.kind === 'removed' ? '↵' : '');
	switch (piece.kind) {
		case 'same':
			return text;
		case 'added':
			return <ins>{text}</ins>;
		case 'removed':
			return <del>{text}</del>;
		case 'marked':
			return (
				<span className="diff-marked" title="Only its formatting or its link changed.">
					{text}
				</span>
			);
	}
}

/** Inline HTML as it reads; a link is shown and leads nowhere. */
export function InlineText({ html }: { html: string }) {
	return parseInlineHtml(html).map((run, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
		<Fragment key={index}>{marked(run)}</Fragment>
	));
}

/** One value and the other: `Draft → Ready`. */
export function BeforeAfter({ before, after }: { before: ReactNode; after: ReactNode }) {
	return (
		<span className="diff-values">
			<del>{before}</del>
			<Icon of={ArrowRight} size={14} className="diff-arrow" />
			<ins>{after}</ins>
		</span>
	);
}

function marked({ text, marks, href }: TextRun, breakSign = ''): ReactNode {
	const lines = text.split('\n').map((line, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
		<Fragment key={index}>
			{index === 0 ? null : breakSign}
			{index === 0 ? null : <br />}
			{line}
		</Fragment>
	));
	return marks.reduceRight<ReactNode>((inner, mark) => wrap(mark, inner, href), lines);
}

function wrap(mark: MarkName, inner: ReactNode, href: string | undefined): ReactNode {
	switch (mark) {
		case 'a':
			return (
				<span className="diff-link" title={href}>
					{inner}
				</span>
			);
		case 'strong':
			return <strong>{inner}</strong>;
		case 'em':
			return <em>{inner}</em>;
		case 'code':
			return <code>{inner}</code>;
		case 'sub':
			return <sub>{inner}</sub>;
		case 'sup':
			return <sup>{inner}</sup>;
		case 's':
			return <s>{inner}</s>;
	}
}
