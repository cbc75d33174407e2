import { Switch as AriaSwitch } from 'react-aria-components';
import './switch.css';

/** An on/off setting with its name before it. */
export function Switch({
	label,
	isSelected,
	onChange,
	isDisabled = false,
}: {
	label: string;
	isSelected: boolean;
	onChange: (selected: boolean) => void;
	isDisabled?: boolean;
}) {
	return (
		<AriaSwitch className="switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
			<span>{label}</span>
			<span className="switch-track">
				<span className="switch-thumb" />
			</span>
		</AriaSwitch>
	);
}
