import { ChevronDown } from 'lucide-react';
import { useCallback, useContext, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button, ComboBox, ComboBoxStateContext, Input, ListBox, ListBoxItem } from 'react-aria-components';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { FieldLabel } from '../../../ui/controls/field-label.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { useStillWhilePressed } from '../../../ui/use-still-while-pressed.ts';

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
	/** Whether Enter was pressed before it was known what the typed words find. */
	const [isAwaited, setAwaited] = useState(false);
	// What is chosen already is no beginning to look for.
	const begins = text === value ? '' : text.trim().slice(0, 200);
	const answer = useAnswer(useCallback(() => host.articles.facets({ of, begins, limit: 50 }), [host, of, begins]));
	const list = useRef<HTMLDivElement>(null);
	const { value: found, loading } = useStillWhilePressed(answer, list);
	const items = (found ?? []).map((facet) => ({ id: facet.value, stories: facet.stories }));
	return (
		<ComboBox
			className="select facet-field"
			inputValue={text}
			onInputChange={(next) => {
				setText(next);
				setAwaited(false);
				if (next === '') onChange(null);
			}}
			selectedKey={value}
			onSelectionChange={(key) => {
				if (key === null) return;
				setText(String(key));
				onChange(String(key));
			}}
			onBlur={() => {
				setText(value ?? '');
				setAwaited(false);
			}}
			items={items}
			menuTrigger="focus"
			allowsEmptyCollection
		>
			<FieldLabel>{label}</FieldLabel>
			<div
				className="facet-box"
				onKeyDownCapture={(event) => {
					if (event.key !== 'Enter' || !loading || begins === '') return;
					event.preventDefault();
					event.stopPropagation();
					setAwaited(true);
				}}
			>
				<Input className="field-input" placeholder={of === 'tag' ? 'Any tag' : 'Anybody'} />
				<Button className="facet-open">
					<Icon of={ChevronDown} />
				</Button>
			</div>
			{begins !== '' && <FirstFound first={loading ? null : (items[0]?.id ?? null)} isAwaited={isAwaited} />}
			<Popover className="facet-popover" offset={4}>
				<ListBox<(typeof items)[number]>
					ref={list}
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

/** Marks the first of what the typed words find, which Enter then takes. */
function FirstFound({ first, isAwaited }: { first: string | null; isAwaited: boolean }) {
	const state = useContext(ComboBoxStateContext);
	// Only what is found anew is marked, so that whoever goes on to another entry keeps it.
	const mark = useEffectEvent((key: string) => {
		state?.selectionManager.setFocusedKey(key);
		if (isAwaited) state?.commit();
	});
	// Before the next key can be pressed.
	useLayoutEffect(() => {
		if (first !== null) mark(first);
	}, [first]);
	return null;
}
