import { ChevronDown } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useHost } from '../../host/host-context.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Chooses one of the tags or authors that stories have, by typing its beginning. */
export function FacetField({
	label,
	of,
	value,
	onChange,
}: {
	label: string;
	of: 'tag' | 'author';
	value: string | null;
	onChange: (value: string | null) => void;
}) {
	const host = useHost();
	const { locale } = useNewsroom().state.newsroom;
	const [text, setText] = useState(value ?? '');
	// What is chosen already is no beginning to look for.
	const begins = text === value ? '' : text.trim().slice(0, 200);
	const { value: found, loading } = useAnswer(
		useCallback(() => host.articles.facets({ of, begins, limit: 50 }), [host, of, begins]),
	);
	const items = (found ?? []).map((facet) => ({ id: facet.value, stories: facet.stories }));
	return (
		<ComboBox
			className="select facet-field"
			inputValue={text}
			onInputChange={(next) => {
				setText(next);
				if (next === '') onChange(null);
			}}
			selectedKey={value}
			onSelectionChange={(key) => {
				if (key === null) return;
				setText(String(key));
				onChange(String(key));
			}}
			onBlur={() => setText(value ?? '')}
			items={items}
			menuTrigger="focus"
			allowsEmptyCollection
		>
			<Label className="field-label">{label}</Label>
			<div className="facet-box">
				<Input className="field-input" placeholder={of === 'tag' ? 'Any tag' : 'Anybody'} />
				<Button className="facet-open">
					<Icon of={ChevronDown} />
				</Button>
			</div>
			<Popover className="popover facet-popover" offset={4}>
				<ListBox<(typeof items)[number]>
					className="select-list"
					renderEmptyState={() => (
						<p className="facet-empty">
							{loading
								? 'Looking…'
								: begins === ''
									? `No story has ${of === 'tag' ? 'a tag' : 'a byline'} yet.`
									: `Nothing begins with “${begins}”.`}
						</p>
					)}
				>
					{({ id, stories }) => (
						<ListBoxItem id={id} textValue={id} className="select-option facet-option">
							<bdi>{id}</bdi>
							<span className="facet-stories">{stories.toLocaleString(locale)}</span>
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</ComboBox>
	);
}
