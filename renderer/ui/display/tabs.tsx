import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import './tabs.css';

export interface TabEntry {
	readonly id: string;
	readonly label: string;
	/** A count of problems beside the label; not shown when 0. */
	readonly badge?: number;
	readonly content: ReactNode;
}

/** Panels of one place, one shown at a time. */
export function Tabs({
	label,
	entries,
	selected,
	onSelect,
}: {
	label: string;
	entries: readonly TabEntry[];
	selected: string;
	onSelect: (id: string) => void;
}) {
	return (
		<AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
			<TabList className="tab-list" aria-label={label}>
				{entries.map((entry) => (
					<Tab key={entry.id} id={entry.id} className="tab">
						{entry.label}
						{entry.badge ? <span className="count-badge">{entry.badge}</span> : null}
					</Tab>
				))}
			</TabList>
			{entries.map((entry) => (
				<TabPanel key={entry.id} id={entry.id} className="tab-panel">
					{entry.content}
				</TabPanel>
			))}
		</AriaTabs>
	);
}
