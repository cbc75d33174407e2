import { Search } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { fuzzyMatch } from '#shared/text/fuzzy-match.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Marked } from '../../ui/display/marked.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import './shortcuts.css';

/** What some keys do. */
export interface ShortcutRow {
	readonly does: string;
	/** As this computer's keyboard writes them; each of them does it. */
	readonly keys: readonly string[];
	/** Where they do it, when that is not everywhere in their group. */
	readonly where?: string | undefined;
	readonly keywords: readonly string[];
}

export interface ShortcutGroup {
	readonly heading: string;
	readonly rows: readonly ShortcutRow[];
}

/** Every key that does something, in groups, with a search. */
export function ShortcutsSheet({ groups, onClose }: { groups: readonly ShortcutGroup[]; onClose: () => void }) {
	const id = useId();
	const [typed, setTyped] = useState('');
	const found = useMemo(
		() => groups.map((group) => findRows(group, typed)).filter(({ rows }) => rows.length > 0),
		[groups, typed],
	);
	const count = found.reduce((sum, { rows }) => sum + rows.length, 0);
	return (
		<Dialog
			title="Keyboard shortcuts"
			size="wide"
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Close</Button>
				</>
			}
		>
			<div className="shortcuts-field">
				<Icon of={Search} />
				<input
					type="text"
					aria-label="Search shortcuts"
					placeholder="Search by what it does, or by its keys"
					autoComplete="off"
					spellCheck={false}
					autoFocus
					value={typed}
					onChange={(event) => setTyped(event.target.value)}
				/>
			</div>
			<p role="status" className={count === 0 ? 'shortcuts-none' : 'visually-hidden'}>
				{count === 0 ? `No shortcut is found for “${typed.trim()}”.` : typed.trim() === '' ? '' : `${count} found`}
			</p>
			<div className="shortcuts-groups">
				{found.map(({ heading, rows }) => (
					<section key={heading} aria-labelledby={`${id} ${heading}`.replace(/\s/g, '-')} className="shortcuts-group">
						<h3 id={`${id} ${heading}`.replace(/\s/g, '-')}>{heading}</h3>
						<dl>
							{rows.map(({ row, does }) => (
								<div key={`${row.does} ${row.keys.join()}`} className="shortcuts-row">
									<dt>
										<Marked parts={does} />
										{row.where === undefined ? null : <span className="shortcuts-where">{row.where}</span>}
									</dt>
									<dd>
										{row.keys.map((keys) => (
											<kbd key={keys}>{keys}</kbd>
										))}
									</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
		</Dialog>
	);
}

function findRows({ heading, rows }: ShortcutGroup, typed: string) {
	return {
		heading,
		rows: rows.flatMap((row) => {
			const match = fuzzyMatch(row.does, typed, [...row.keywords, ...row.keys, heading]);
			return match === null ? [] : [{ row, does: match.parts }];
		}),
	};
}
