import type { EntryChange } from '#shared/document/diff/diff-block.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { useHost } from '../../host/host-context.tsx';
import { InlineText, Pieces } from './pieces.tsx';

/** The lines of a list with their bullets or numbers, as they were compared. */
export function ListEntries({
	entries,
	ordered,
	start,
}: {
	entries: readonly EntryChange[];
	ordered: boolean;
	/** The number of the first line. */
	start: number;
}) {
	const counts: number[] = [];
	const numberAt = (depth: number) => Math.max(1, counts[depth] ?? 1) + (depth === 0 ? start - 1 : 0);
	return (
		<div className="diff-list">
			{entries.map((entry, index) => {
				const { depth } = entry;
				counts.length = depth + 1;
				if (entry.kind !== 'removed') counts[depth] = (counts[depth] ?? 0) + 1;
				const sign = (numbered: boolean | null) =>
					(numbered ?? ordered) ? `${numberAt(depth).toLocaleString('en')}.` : '•';
				const now = sign(entry.ordered);
				const was = entry.kind === 'changed' ? sign(entry.orderedBefore) : now;
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
					<div key={index} className="diff-entry" dir="auto" style={{ paddingInlineStart: depth * 20 }}>
						<span className="diff-sign">
							{was === now ? (
								now
							) : (
								<>
									<del>{was}</del> <ins>{now}</ins>
								</>
							)}
						</span>
						<span>
							<EntryText entry={entry} column={0} />
						</span>
					</div>
				);
			})}
		</div>
	);
}

/** The rows of a table as they were compared. */
export function TableEntries({ entries }: { entries: readonly EntryChange[] }) {
	return (
		<div className="diff-table">
			<table>
				<tbody>
					{entries.map((entry, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
						<tr key={index} data-kind={entry.kind}>
							{entry.texts.map((_text, column) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
								<td key={column} dir="auto">
									<EntryText entry={entry} column={column} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The pictures of a gallery as they were compared, each with its words. */
export function GalleryEntries({ entries }: { entries: readonly EntryChange[] }) {
	return entries.map((entry, index) => {
		const [media] = entry.texts;
		const path =
			typeof media === 'string'
				? media
				: (media ?? []).flatMap((piece) => (piece.kind === 'removed' ? [] : [piece.text])).join('');
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: pictures have no name but their place
			<div key={index} className="diff-picture">
				<Thumbnail media={path} />
				<span className="diff-words" dir="auto">
					{entry.kind === 'added' ? (
						<strong>Added. </strong>
					) : entry.kind === 'removed' ? (
						<strong>Removed. </strong>
					) : null}
					{[1, 2, 3].map((column) => (
						<span key={column}>
							<EntryText entry={entry} column={column} plain />{' '}
						</span>
					))}
				</span>
			</div>
		);
	});
}

/** A small picture of a file of the newsroom. */
export function Thumbnail({ media }: { media: MediaPath }) {
	const host = useHost();
	return <img className="diff-thumbnail" src={host.mediaUrl(media)} alt="" loading="lazy" />;
}

function EntryText({ entry, column, plain = false }: { entry: EntryChange; column: number; plain?: boolean }) {
	if (entry.kind === 'changed') return <Pieces pieces={entry.texts[column] ?? []} />;
	const html = entry.texts[column] ?? '';
	const text = plain ? html : <InlineText html={html} />;
	if (html === '') return null;
	return entry.kind === 'added' ? <ins>{text}</ins> : entry.kind === 'removed' ? <del>{text}</del> : text;
}
