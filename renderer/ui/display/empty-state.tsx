import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';
import { Icon } from '../icon.tsx';

/** What stands where nothing is yet: one sentence on what to do next, and at most one button. */
export function EmptyState({ icon, children, action }: { icon?: LucideIcon; children: ReactNode; action?: ReactNode }) {
	return (
		<div className="empty-state">
			{icon === undefined ? null : <Icon of={icon} size={24} />}
			<p>{children}</p>
			{action}
		</div>
	);
}
