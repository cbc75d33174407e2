import type { Status } from '#shared/model/workflow.ts';
import './status-dot.css';

/** A story's status as a dot; always beside its name in words, so it is hidden from screen readers. */
export function StatusDot({ status }: { status: Status }) {
	return <span className="status-dot" data-status={status} aria-hidden="true" />;
}
