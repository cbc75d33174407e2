import { type Status, statusEntry } from '#shared/model/status.ts';
import './status-dot.css';

/** A story's status as a dot; always beside its name in words, so it is hidden from screen readers. */
export function StatusDot({ status }: { status: Status }) {
	return <span className="status-dot" data-dot={statusEntry(status).dot} aria-hidden="true" />;
}
