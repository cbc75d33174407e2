import { Fragment, useMemo } from 'react';
import type { Article, StoryLink } from '#shared/model/article.ts';
import { isArticleLink } from '#shared/model/article.ts';
import { useLinked } from '../../session/linked-stories.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { type ComparedRow, compareSides, type SidePiece } from './compare-sides.ts';

/** Unsaved text and its file side by side, the words that differ marked; the text alone where there is no file. */
export function ComparedSides({
	mine,
	theirs,
	typed,
	saved,
}: {
	mine: Article;
	theirs: Article | null;
	/** When the text was typed. */
	typed: string;
	/** When the file was saved. */
	saved: string;
}) {
	const { state, categoryLabel } = useNewsroom();
	const { newsroom } = state;
	const linked = useLinked(useMemo(() => linksOf(mine, theirs), [mine, theirs]));
	const rows = useMemo(
		() =>
			compareSides(mine, theirs ?? withoutText(mine), {
				category: categoryLabel,
				story: (id) => linked.get(id)?.headline || 'Another story',
				dateStyle: newsroom,
			}),
		[mine, theirs, categoryLabel, newsroom, linked],
	);
	return (
		<table className="recovery-table">
			<thead>
				<tr>
					<th scope="col">
						Yours, not saved <span>typed {typed}</span>
					</th>
					{theirs === null ? null : (
						<th scope="col">
							The file <span>saved {saved}</span>
						</th>
					)}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<Row key={row.key} row={row} alone={theirs === null} />
				))}
			</tbody>
		</table>
	);
}

function Row({ row, alone }: { row: ComparedRow; alone: boolean }) {
	if (row.kind === 'same')
		return (
			<tr>
				<td colSpan={2} className="recovery-same">
					{row.count === 1 ? 'One block is' : `${row.count} blocks are`} the same
				</td>
			</tr>
		);
	return (
		<tr>
			{(alone ? (['mine'] as const) : (['mine', 'theirs'] as const)).map((side) => (
				<td key={side} data-side={side} data-look={row.look}>
					<span className="recovery-label">{row.label}</span>
					<Side pieces={row[side]} side={side} marked={!alone} />
				</td>
			))}
		</tr>
	);
}

function Side({
	pieces,
	side,
	marked,
}: {
	pieces: readonly SidePiece[] | null;
	side: 'mine' | 'theirs';
	marked: boolean;
}) {
	if (pieces === null || pieces.every(({ text }) => text === ''))
		return <span className="recovery-nothing">Nothing</span>;
	return (
		<span className="recovery-words">
			{pieces.map(({ text, differs }, index) =>
				differs && marked ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are what their order makes them
					<mark key={index} data-side={side}>
						{text}
					</mark>
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<Fragment key={index}>{text}</Fragment>
				),
			)}
		</span>
	);
}

function linksOf(...stories: readonly (Article | null)[]): string[] {
	const links = stories.flatMap((story): (StoryLink | null)[] =>
		story ? [...story.related, story.nextRead, story.withdrawal?.replacedBy ?? null] : [],
	);
	return links.flatMap((link) => (link !== null && isArticleLink(link) ? [link.article] : []));
}

/** The same story with nothing written, to show a text beside no file at all. */
function withoutText(article: Article): Article {
	return { ...article, headline: '', standfirst: '', keyPoints: [], body: [] };
}
