import { CircleHelp } from 'lucide-react';
import { useRef } from 'react';
import { Button, DialogTrigger, Dialog as PopoverDialog } from 'react-aria-components';
import { SmallButton } from '../controls/small-button.tsx';
import { Popover } from '../overlays/popover.tsx';
import './search-help.css';

const entries: readonly { word: string; example: string; meaning: string }[] = [
	{ word: '"', example: '"city hall"', meaning: 'These words in this order' },
	{ word: '-', example: '-river', meaning: 'Not this word' },
	{ word: 'category:', example: 'category:world', meaning: 'In a category, or below it' },
	{ word: 'status:', example: 'status:draft', meaning: 'Of a status' },
	{ word: 'by:', example: 'by:"ana ruiz"', meaning: 'By an author' },
	{ word: 'tag:', example: 'tag:elections', meaning: 'With a tag' },
	{ word: 'language:', example: 'language:fr', meaning: 'In a language' },
	{ word: 'is:trending', example: 'is:trending', meaning: 'In Trending' },
	{ word: 'has:problems', example: 'has:problems', meaning: 'With problems that block its export' },
	{ word: 'has:changes', example: 'has:changes', meaning: 'Published, with changes that are not live' },
	{ word: 'after:', example: 'after:2025-03', meaning: 'Since a day, a month or a year' },
	{ word: 'before:', example: 'before:2025', meaning: 'Before a day, a month or a year' },
];

/** Explains how to search, within a search field; what is pressed is put behind the words that stand there. */
export function SearchHelp({ text, onChange }: { text: string; onChange: (text: string) => void }) {
	const button = useRef<HTMLButtonElement>(null);
	const insert = (word: string) => {
		const before = text.trimEnd();
		onChange(before === '' ? word : `${before} ${word}`);
		const field = button.current?.parentElement?.querySelector('input') ?? null;
		// After the window of the help has given the keyboard back.
		setTimeout(() => focusEnd(field), 50);
	};
	return (
		<DialogTrigger>
			<SmallButton
				ref={button}
				slot={null}
				icon={CircleHelp}
				size={15}
				className="search-help"
				aria-label="How to search"
			/>
			<Popover placement="bottom start" offset={6}>
				<PopoverDialog className="search-help-body" aria-label="How to search">
					{({ close }) => (
						<>
							<p className="search-help-intro">
								Words find stories that have all of them, in the headline first. These narrow it further:
							</p>
							<ul>
								{entries.map(({ word, example, meaning }) => (
									<li key={word}>
										<Button
											slot={null}
											className="search-help-entry"
											onPress={() => {
												close();
												insert(word);
											}}
										>
											<code>{example}</code>
											<span>{meaning}</span>
										</Button>
									</li>
								))}
							</ul>
						</>
					)}
				</PopoverDialog>
			</Popover>
		</DialogTrigger>
	);
}

/** Puts the cursor behind the last word of a field; some browsers would put it before the first. */
function focusEnd(field: HTMLInputElement | null): void {
	if (field === null) return;
	field.focus();
	field.setSelectionRange(field.value.length, field.value.length);
}
