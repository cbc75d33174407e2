import { type CalendarDate, parseDate } from '@internationalized/date';
import { X } from 'lucide-react';
import { DateField, DateInput, DateSegment, I18nProvider } from 'react-aria-components';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { FieldLabel } from '../../../ui/controls/field-label.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { SmallButton } from '../../../ui/controls/small-button.tsx';
import type { ListFilter } from './list-filter.ts';

type Dates = NonNullable<ListFilter['dates']>;

const kinds: readonly { id: Dates['of'] | 'any'; label: string }[] = [
	{ id: 'any', label: 'Any' },
	{ id: 'updated', label: 'Last changed' },
	{ id: 'published', label: 'Published' },
	{ id: 'scheduled', label: 'Scheduled' },
];

/** Chooses which date of a story lies between two days of the newsroom. */
export function FilterDates({ dates, onChange }: { dates: Dates | null; onChange: (dates: Dates | null) => void }) {
	return (
		<div className="filter-dates">
			<Select
				label="Date"
				value={dates?.of ?? 'any'}
				options={kinds}
				onChange={(id) => {
					const kind = kinds.find((one) => one.id === id)?.id ?? 'any';
					onChange(kind === 'any' ? null : { of: kind, from: dates?.from ?? null, to: dates?.to ?? null });
				}}
			/>
			{dates === null ? null : (
				<div className="filter-days">
					<FilterDay label="From" value={dates.from} onChange={(from) => onChange({ ...dates, from })} />
					<FilterDay label="To" value={dates.to} onChange={(to) => onChange({ ...dates, to })} />
				</div>
			)}
		</div>
	);
}

function FilterDay({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string | null;
	onChange: (day: string | null) => void;
}) {
	const { locale } = useNewsroom().state.newsroom;
	return (
		<I18nProvider locale={locale}>
			<DateField
				className="filter-day"
				value={value === null ? null : parseDate(value)}
				onChange={(day: CalendarDate | null) => {
					// A year that is still being typed is not meant yet.
					if (day === null || day.year >= 1000) onChange(day === null ? null : day.toString());
				}}
			>
				<FieldLabel>{label}</FieldLabel>
				<span className="filter-day-box">
					<DateInput className="filter-day-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
					{value === null ? null : (
						<SmallButton
							slot={null}
							icon={X}
							size={13}
							className="filter-day-clear"
							aria-label={`Clear “${label}”`}
							onPress={() => onChange(null)}
						/>
					)}
				</span>
			</DateField>
		</I18nProvider>
	);
}
