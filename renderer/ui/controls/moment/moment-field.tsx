import { Calendar as CalendarIcon, ChevronLeft, ChevronRight, X } from 'lucide-react';
import {
	Calendar,
	CalendarCell,
	CalendarGrid,
	DateInput,
	DatePicker,
	DateSegment,
	type DateValue,
	Dialog,
	Group,
	Heading,
	I18nProvider,
	Label,
} from 'react-aria-components';
import type { DateStyle } from '#shared/text/format-date.ts';
import { textDirection } from '#shared/text/text-direction.ts';
import { Popover } from '../../overlays/popover.tsx';
import './moment-field.css';
import { SmallButton } from '../small-button.tsx';
import { dateFromDay, momentFromZoned, nextHour, zonedFromMoment } from './zoned-time.ts';

/** A date and time on the newsroom's clocks, kept as a moment in UTC. */
export function MomentField({
	label,
	value,
	clock,
	onChange,
}: {
	label: string;
	value: string | null;
	/** The newsroom's. */
	clock: DateStyle;
	onChange: (moment: string | null) => void;
}) {
	const { locale, timeZone } = clock;
	return (
		<Picker
			label={label}
			value={zonedFromMoment(value, timeZone)}
			placeholder={nextHour(timeZone, new Date())}
			locale={locale}
			onChange={(time) => {
				if (time === null) onChange(null);
				// What is shown is whole minutes, so what is kept is too.
				else if ('timeZone' in time) onChange(momentFromZoned(time.set({ second: 0, millisecond: 0 })));
			}}
			granularity="minute"
		/>
	);
}

/** A day without a time, `YYYY-MM-DD`. */
export function DayField({
	label,
	value,
	clock,
	isRequired = false,
	onChange,
}: {
	label: string;
	value: string | null;
	clock: Pick<DateStyle, 'locale'>;
	/** Whether it has no button that empties it. */
	isRequired?: boolean;
	onChange: (day: string | null) => void;
}) {
	return (
		<Picker
			label={label}
			value={dateFromDay(value)}
			placeholder={null}
			locale={clock.locale}
			isRequired={isRequired}
			onChange={(day) => {
				if (day !== null) onChange(day.toString());
				else if (!isRequired) onChange(null);
			}}
			granularity="day"
		/>
	);
}

function Picker<Value extends DateValue>({
	label,
	value,
	placeholder,
	granularity,
	locale,
	isRequired = false,
	onChange,
}: {
	label: string;
	value: Value | null;
	placeholder: Value | null;
	granularity: 'day' | 'minute';
	locale: string;
	isRequired?: boolean;
	onChange: (value: DateValue | null) => void;
}) {
	return (
		<I18nProvider locale={locale}>
			<DatePicker<DateValue>
				className="moment-field"
				value={value}
				placeholderValue={placeholder}
				onChange={onChange}
				granularity={granularity}
				hourCycle={24}
				hideTimeZone
				shouldForceLeadingZeros
			>
				<Label className="moment-label">{label}</Label>
				<Group className="moment-group">
					<DateInput className="moment-input" dir={textDirection(locale)}>
						{(segment) =>
							segment.type === 'literal' ? (
								// What stands between the parts is only shown; a part hears of every move of the cursor in the page.
								<span className="moment-segment" data-type="literal" aria-hidden="true">
									{segment.text}
								</span>
							) : (
								<DateSegment segment={segment} className="moment-segment" />
							)
						}
					</DateInput>
					{value === null || isRequired ? null : (
						<SmallButton
							slot={null}
							icon={X}
							size={14}
							className="moment-button"
							aria-label={`Clear ${label}`}
							onPress={() => onChange(null)}
						/>
					)}
					<SmallButton icon={CalendarIcon} size={14} className="moment-button" />
				</Group>
				<Popover placement="bottom end" offset={4}>
					<Dialog className="moment-dialog">
						<Calendar>
							<header className="moment-calendar-head">
								<SmallButton slot="previous" icon={ChevronLeft} className="moment-button" />
								<Heading className="moment-calendar-title" />
								<SmallButton slot="next" icon={ChevronRight} className="moment-button" />
							</header>
							<CalendarGrid className="moment-grid">
								{(date) => <CalendarCell date={date} className="moment-cell" />}
							</CalendarGrid>
						</Calendar>
					</Dialog>
				</Popover>
			</DatePicker>
		</I18nProvider>
	);
}
