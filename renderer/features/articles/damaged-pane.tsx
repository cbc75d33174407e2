import { FileText, FileWarning } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { DamagedFile } from '#shared/contract/articles.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import './articles.css';

/** The files that do not parse: why, where, and their text to be read. Galley never overwrites them. */
export function DamagedPane({ lead }: { lead?: ReactNode }) {
	const host = useHost();
	const { value, failure, reload } = useAnswer(useCallback(() => host.articles.damaged({}), [host]));
	const [shown, setShown] = useState<DamagedFile | null>(null);
	useEffect(() => host.subscribe('articles.changed', reload), [host, reload]);
	return (
		<div className="list-pane">
			<div className="pane-head">
				{lead}
				<h2 className="pane-title">Damaged files</h2>
				<span className="pane-count">{value?.length}</span>
			</div>
			{failure === null ? null : (
				<div className="list-note" data-kind="failure" role="alert">
					{failure.message}
				</div>
			)}
			{value === null ? null : value.length === 0 ? (
				<EmptyState icon={FileWarning}>Every file of this newsroom can be read.</EmptyState>
			) : (
				<ul className="plain-rows" aria-label="Damaged files">
					{value.map((file) => (
						<li key={file.path} className="plain-row">
							<span className="plain-row-text">
								<span className="plain-row-path">{file.path}</span>
								<span className="plain-row-note">
									{file.reason}
									{file.line === null ? '' : ` (line ${file.line})`}
								</span>
								<span>
									<Button
										kind="link"
										icon={FileText}
										aria-label={`Open as text: ${file.path}`}
										onPress={() => setShown(file)}
									>
										Open as text
									</Button>
								</span>
							</span>
						</li>
					))}
				</ul>
			)}
			{shown === null ? null : <FileTextDialog file={shown} onClose={() => setShown(null)} />}
		</div>
	);
}

function FileTextDialog({ file, onClose }: { file: DamagedFile; onClose: () => void }) {
	const host = useHost();
	const { value, failure } = useAnswer(
		useCallback(() => host.articles.damagedText({ path: file.path }), [host, file.path]),
	);
	const lines = value?.text.split('\n') ?? [];
	const at = file.line === null ? -1 : file.line - 1;
	return (
		<Dialog
			title={file.path}
			size="wide"
			intro={`${file.reason}${file.line === null ? '' : ` The problem is in line ${file.line}.`} Galley leaves this file as it is; mend it in a text editor.`}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button kind="bordered" onPress={onClose}>
						Close
					</Button>
				</>
			}
		>
			{failure === null ? null : <p role="alert">{failure.message}</p>}
			{value === null ? null : (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
				<pre className="file-text" tabIndex={0}>
					{at < 0 || lines[at] === undefined ? (
						value.text
					) : (
						<>
							{lines.slice(0, at).join('\n')}
							{at > 0 ? '\n' : ''}
							<mark>{lines[at] === '' ? ' ' : lines[at]}</mark>
							{'\n'}
							{lines.slice(at + 1).join('\n')}
						</>
					)}
				</pre>
			)}
		</Dialog>
	);
}
