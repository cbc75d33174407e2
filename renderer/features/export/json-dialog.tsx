import { useCallback, useMemo } from 'react';
import type { ExportRequest, PlannedStory } from '#shared/contract/export.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { Dialog, DialogDone } from '../../ui/overlays/dialog.tsx';
import './json.css';
import { jsonLines } from './json-lines.ts';

/** What an export would change in the JSON of one story, line by line: for those who build the site. */
export function JsonDialog({
	story: { id, headline },
	request,
	onClose,
}: {
	story: PlannedStory;
	request: ExportRequest;
	onClose: () => void;
}) {
	const host = useHost();
	const ask = useCallback(() => host.export.json({ ...request, story: id }), [host, request, id]);
	const { value, failure } = useAnswer(ask);
	const lines = useMemo(() => (value === null ? null : jsonLines(value.before, value.after)), [value]);
	return (
		<Dialog
			title="What changes in the JSON"
			intro={headline}
			size="wide"
			onClose={onClose}
			foot={<DialogDone onClose={onClose} />}
		>
			{failure === null ? null : (
				<p className="export-failure" role="alert">
					{failure.message}
				</p>
			)}
			{lines === null ? null : (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
				<section className="json-lines" aria-label="Lines that change" tabIndex={0} dir="ltr">
					{lines.map((line, at) =>
						line.kind === 'left-out' ? (
							// biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and stay in their places
							<div key={at} className="json-left-out">
								{line.lines} lines are the same
							</div>
						) : (
							// biome-ignore lint/suspicious/noArrayIndexKey: as above
							<div key={at} className="json-line" data-kind={line.kind}>
								{line.kind === 'added' ? <ins>{line.text}</ins> : null}
								{line.kind === 'removed' ? <del>{line.text}</del> : null}
								{line.kind === 'same' ? line.text : null}
							</div>
						),
					)}
				</section>
			)}
		</Dialog>
	);
}
