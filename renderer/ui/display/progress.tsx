import { ProgressBar } from 'react-aria-components';
import './progress.css';

/** How far long work is, with a line that says it in words. */
export function Progress({
	label,
	done,
	total,
	note,
}: {
	label: string;
	done: number;
	/** 0 while nobody knows yet. */
	total: number;
	note: string;
}) {
	const share = total === 0 ? 0 : Math.round((done / total) * 100);
	return (
		<ProgressBar className="progress" aria-label={label} value={share}>
			<div className="progress-bar">
				<div className="progress-fill" style={{ width: `${share}%` }} />
			</div>
			<span className="field-note tabular">{note}</span>
		</ProgressBar>
	);
}
