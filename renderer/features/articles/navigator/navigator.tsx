import { ChevronsUpDown, Monitor, Moon, Search, Sun, X } from 'lucide-react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import type { Preferences } from '#shared/model/preferences.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { SmallButton } from '../../../ui/controls/small-button.tsx';
import { SearchHelp } from '../../../ui/display/search-help.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MenuButton, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import './navigator.css';
import { NavigatorLists, type NavigatorListsProps } from './navigator-lists.tsx';

const themes = [
	{ id: 'system', label: 'As the system', icon: Monitor },
	{ id: 'light', label: 'Light', icon: Sun },
	{ id: 'dark', label: 'Dark', icon: Moon },
] as const;

export interface NavigatorProps extends NavigatorListsProps {
	readonly search: string;
	readonly searchId: string;
	readonly searchKeys: string;
	readonly theme: Preferences['theme'];
	readonly onSearch: (text: string) => void;
	/** The editor leaves the search field for the list. */
	readonly onSearchSubmit: () => void;
	readonly onTheme: (theme: Preferences['theme']) => void;
	readonly onOpenNewsroom: (path: string) => void;
	/** What can be done with the newsroom, in groups. */
	readonly commands: readonly (readonly MenuEntry[])[];
	readonly onCommand: (id: string) => void;
}

/** The newsroom's name and menu, search, the queues and the categories. */
export function Navigator(props: NavigatorProps) {
	const { counts, place, search } = props;
	const { state } = useNewsroom();
	const { name, locale } = state.newsroom;
	const others = state.recent.filter((recent) => recent.path !== state.path);
	return (
		<div className="navigator">
			<MenuButton
				label="Newsroom"
				groups={[
					{
						heading: 'Recent newsrooms',
						entries: others
							.slice(0, 8)
							.map((recent) => ({ id: `recent ${recent.path}`, label: recent.name, note: recent.path })),
					},
					...props.commands.map((entries) => ({ entries })),
					{
						heading: 'Theme',
						entries: themes.map((theme) => ({ ...theme, id: `theme ${theme.id}`, checked: theme.id === props.theme })),
					},
				]}
				onAction={(id) => {
					const theme = themes.find((one) => id === `theme ${one.id}`);
					if (theme !== undefined) props.onTheme(theme.id);
					else if (id.startsWith('recent ')) props.onOpenNewsroom(id.slice('recent '.length));
					else props.onCommand(id);
				}}
			>
				<AriaButton className="newsroom-button" aria-label={`${name}, newsroom menu`} data-inner-focus="">
					<span className="newsroom-mark" aria-hidden="true">
						{Array.from(name.trim())[0]?.toLocaleUpperCase(locale) ?? 'G'}
					</span>
					<span>{name}</span>
					<Icon of={ChevronsUpDown} />
				</AriaButton>
			</MenuButton>
			<div className="search-box">
				<Icon of={Search} />
				<SearchField
					aria-label="Search stories"
					value={search}
					onChange={props.onSearch}
					onSubmit={props.onSearchSubmit}
				>
					<Input
						className="search-input"
						id={props.searchId}
						placeholder="Search"
						onKeyDown={(event) => {
							if (event.key !== 'ArrowDown') return;
							event.preventDefault();
							props.onSearchSubmit();
						}}
					/>
					<kbd className="search-keys">{props.searchKeys}</kbd>
					<SearchHelp text={search} onChange={props.onSearch} />
					<SmallButton icon={X} size={14} className="search-clear" aria-label="Clear the search" />
				</SearchField>
			</div>
			<NavigatorLists counts={counts} place={place} onPlace={props.onPlace} onSettings={props.onSettings} />
		</div>
	);
}
