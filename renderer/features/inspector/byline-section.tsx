import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { partLabel } from '#shared/document/fields.ts';
import { BylineEntry } from '#shared/model/article.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { DayField } from '../../ui/controls/moment/moment-field.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DraftField } from './draft-field.tsx';
import { Entry, EntryList } from './entry-list.tsx';
import { fieldMark } from './field-focus.ts';
import { moveBy } from './links/reorder.ts';
import { PersonField } from './person-field.tsx';
import { webAddressProblem } from './settings/address-problem.ts';

const nobody = BylineEntry.parse({ name: '' });

/** Who wrote the story, in order, and where and when it was filed. */
export function BylineFields({ session }: { session: StorySession }) {
	const byline = useField(session, 'byline');
	const { people } = useNewsroom().state;
	const list = useRef<HTMLOListElement>(null);
	const heading = useId();

	const write = (entries: readonly BylineEntry[]) => session.setField('byline', [...entries]);
	// Without anybody there is a field to type a name in at once; it is written with its first letter.
	const isEmpty = byline.length === 0;
	const shown = isEmpty ? [nobody] : byline;
	const change = (index: number, part: Partial<BylineEntry>) =>
		write(shown.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
	const focusPerson = (index: number, what = 'input') =>
		requestAnimationFrame(() => list.current?.children[index]?.querySelector<HTMLElement>(what)?.focus());
	const move = (index: number, places: number) => {
		const order = moveBy(byline, index, places);
		if (order !== byline) write(order);
		return order !== byline;
	};
	const onKeyDown = (event: KeyboardEvent, index: number) => {
		const places = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
		if (!event.altKey || places === 0) return;
		event.preventDefault();
		if (move(index, places)) focusPerson(index + places);
	};

	return (
		<div className="inspector-fields" {...fieldMark('byline')}>
			<h4 id={heading} className="visually-hidden">
				People
			</h4>
			<EntryList listRef={list} labelledBy={heading}>
				{shown.map((entry, index) => {
					const name = entry.name || `person ${index + 1}`;
					const person = people.find(({ slug }) => slug === entry.person);
					return (
						// People have no lasting id; each field shows the entry that stands at its place.
						<Entry
							// biome-ignore lint/suspicious/noArrayIndexKey: see above
							key={index}
							onKeyDown={(event) => onKeyDown(event, index)}
							head={
								<>
									<PersonField entry={entry} onChange={(named) => change(index, named)} />
									{isEmpty ? null : (
										<>
											<IconButton
												icon={ArrowUp}
												label={`Move ${name} up`}
												shortcut="Alt+↑"
												disabledReason={index === 0 ? 'This person already comes first.' : undefined}
												onPress={() => move(index, -1)}
											/>
											<IconButton
												icon={ArrowDown}
												label={`Move ${name} down`}
												shortcut="Alt+↓"
												disabledReason={index === byline.length - 1 ? 'This person already comes last.' : undefined}
												onPress={() => move(index, 1)}
											/>
											<IconButton
												icon={X}
												label={`Remove ${name}`}
												onPress={() => {
													write(byline.filter((_, at) => at !== index));
													focusPerson(Math.max(0, Math.min(index, byline.length - 2)));
												}}
											/>
										</>
									)}
								</>
							}
						>
							{isEmpty ? null : (
								<>
									<TextField
										label="Role"
										labelHidden
										placeholder={person?.role || 'Role'}
										value={entry.role}
										onChange={(role) => change(index, { role })}
									/>
									<DraftField
										label="Link"
										labelHidden
										placeholder={person?.page || 'https://'}
										value={entry.url}
										problemOf={webAddressProblem}
										onChange={(url) => change(index, { url })}
									/>
								</>
							)}
						</Entry>
					);
				})}
			</EntryList>
			<AriaButton
				className="inspector-add"
				onPress={() => {
					write([...byline, BylineEntry.parse({ name: '' })]);
					focusPerson(byline.length);
				}}
			>
				<Icon of={Plus} />
				Add person
			</AriaButton>
		</div>
	);
}

/** Where the story was filed, and when. */
export function DatelineFields({ session }: { session: StorySession }) {
	const { newsroom } = useNewsroom().state;
	const dateline = useField(session, 'dateline');
	return (
		<div className="inspector-fields" {...fieldMark('dateline')}>
			<TextField
				label={partLabel('dateline.place')}
				placeholder="Brussels"
				value={dateline.place}
				onChange={(place) => session.setField('dateline', { ...dateline, place })}
			/>
			<DayField
				clock={newsroom}
				label={partLabel('dateline.date')}
				value={dateline.date}
				onChange={(date) => session.setField('dateline', { ...dateline, date })}
			/>
		</div>
	);
}
