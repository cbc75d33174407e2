import { CircleHelp } from 'lucide-react';
import { Button, DialogTrigger, Popover, Dialog as PopoverDialog } from 'react-aria-components';
import '../../ui/popover.css';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/small-button.css';
import './search-help.css';

const entries: readonly { insert: string; example: string; meaning: string }[] = [
	{ insert: '"', example: '"city hall"', meaning: 'These words in this order' },
	{ insert: '-', example: '-river', meaning: 'Not this word' },
	{ insert: 'category:', example: 'category:world', meaning: 'In a category, or below it' },
	{ insert: 'status:', example: 'status:draft', meaning: 'Of a status' },
	{ insert: 'by:', example: 'by:"ana ruiz"', meaning: 'By an author' },
	{ insert: 'tag:', example: 'tag:elections', meaning: 'With a tag' },
	{ insert: 'language:', example: 'language:fr', meaning: 'In a language' },
	{ insert: 'is:trending', example: 'is:trending', meaning: 'In Trending' },
	{ insert: 'has:problems', example: 'has:problems', meaning: 'With problems that block its export' },
	{ insert: 'after:', example: 'after:2025-03', meaning: 'Since a day, a month or a year' },
	{ insert: 'before:', example: 'before:2025', meaning: 'Before a day, a month or a year' },
];

/** Explains how to search, beside the field; what is pressed is put into it. */
export function SearchHelp({ onInsert }: { onInsert: (text: string) => void }) {
	return (
		<DialogTrigger>
			<Button slot={null} className="small-button search-help" aria-label="How to search">
				<Icon of={CircleHelp} size={15} />
			</Button>
			<Popover className="popover" placement="bottom start" offset={6}>
				<PopoverDialog className="search-help-body" aria-label="How to search">
					{({ close }) => (
						<>
							<p className="search-help-intro">
								Words find stories that have all of them, in the headline first. These narrow it further:
							</p>
							<ul>
								{entries.map(({ insert, example, meaning }) => (
									<li key={insert}>
										<Button
											slot={null}
											className="search-help-entry"
											onPress={() => {
												close();
												onInsert(insert);
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
