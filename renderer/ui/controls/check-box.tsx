import { Check } from 'lucide-react';
import { Icon } from '../icon.tsx';
import './check-box.css';

/** The box of a row that can be chosen; it shows whether the row is, and the row itself says so to everybody else. */
export function CheckBox() {
	return (
		<span className="check-box" aria-hidden="true">
			<Icon of={Check} size={12} />
		</span>
	);
}
