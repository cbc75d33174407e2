import {
	Archive,
	ArchiveRestore,
	ChevronsUpDown,
	FolderOpen,
	FolderPlus,
	Monitor,
	Moon,
	Search,
	Settings,
	Sun,
	Trash2,
	X,
} from 'lucide-react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import type { Queue } from '#shared/contract/articles.ts';
import type { Preferences } from '#shared/contract/newsroom.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { SearchHelp } from '../../ui/search-help.tsx';
import '../../ui/small-button.css';
import './navigator.css';
import { categoryTree } from './category-tree.ts';
import { NavigatorRow } from './navigator-row.tsx';
import { queueEntries } from './queues.ts';
import type { Counts } from './use-counts.ts';

const themes = [
	{ id: 'system', label: 'As the system', icon: Monitor },
	{ id: 'light', label: 'Light', icon: Sun },
	{ id: 'dark', label: 'Dark', icon: Moon },
] as const;

export interface NavigatorProps {
	readonly counts: Counts | null;
	/** Which list is shown. */
	readonly place:
		| { readonly kind: 'queue'; readonly queue: Queue }
		| { readonly kind: 'category'; readonly slug: string }
		| { readonly kind: 'trash' | 'damaged' };
	readonly search: string;
	readonly searchId: string;
	readonly searchKeys: string;
	readonly theme: Preferences['theme'];
	readonly onSearch: (text: string) => void;
	/** The editor leaves the search field for the list. */
	readonly onSearchSubmit: () => void;
	readonly onQueue: (queue: Queue) => void;
	readonly onCategory: (slug: string) => void;
	readonly onTrash: () => void;
	readonly onSettings: () => void;
	readonly onTheme: (theme: Preferences['theme']) => void;
	readonly onOpenNewsroom: (path: string | null) => void;
	readonly onNewNewsroom: () => void;
	readonly onBackUp: () => void;
	readonly onRestoreBackup: () => void;
}

/** The newsroom's name and menu, search, the queues and the categories. */
export function Navigator(props: NavigatorProps) {
	const { counts, place, search } = props;
	const { state } = useNewsroom();
	const { name, locale } = state.newsroom;
	const others = state.recent.filter((recent) => recent.path !== state.path);
	// A queue that most newsrooms never fill is shown once it holds something.
	const queues = queueEntries.filter(
		({ queue }) => queue !== 'withdrawn' || (counts?.queues.withdrawn ?? 0) > 0 || isQueue(place, queue),
	);
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
					{
						entries: [
							{ id: 'open', label: 'Open another newsroom…', icon: FolderOpen },
							{ id: 'new', label: 'New newsroom…', icon: FolderPlus },
							{ id: 'settings', label: 'Newsroom settings…', icon: Settings },
						],
					},
					{
						entries: [
							{ id: 'backup', label: 'Back up the newsroom…', icon: Archive },
							{ id: 'restore', label: 'Restore a backup…', icon: ArchiveRestore },
						],
					},
					{
						heading: 'Theme',
						entries: themes.map((theme) => ({ ...theme, id: `theme ${theme.id}`, checked: theme.id === props.theme })),
					},
				]}
				onAction={(id) => {
					const theme = themes.find((one) => id === `theme ${one.id}`);
					if (theme !== undefined) props.onTheme(theme.id);
					else if (id === 'open') props.onOpenNewsroom(null);
					else if (id === 'new') props.onNewNewsroom();
					else if (id === 'backup') props.onBackUp();
					else if (id === 'restore') props.onRestoreBackup();
					else if (id === 'settings') props.onSettings();
					else props.onOpenNewsroom(id.slice('recent '.length));
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
					<AriaButton className="small-button search-clear" aria-label="Clear the search">
						<Icon of={X} size={14} />
					</AriaButton>
				</SearchField>
			</div>
			<nav className="navigator-lists" aria-label="Lists">
				<h2 className="navigator-heading" id="navigator-queues">
					Queues
				</h2>
				<ul aria-labelledby="navigator-queues">
					{queues.map(({ queue, label, icon }) => (
						<NavigatorRow
							key={queue}
							label={label}
							icon={icon}
							count={counts?.queues[queue]}
							locale={locale}
							current={isQueue(place, queue)}
							onPress={() => props.onQueue(queue)}
						/>
					))}
				</ul>
				{state.categories.length === 0 ? null : (
					<h2 className="navigator-heading" id="navigator-categories">
						Categories
					</h2>
				)}
				<ul aria-labelledby={state.categories.length === 0 ? undefined : 'navigator-categories'}>
					{categoryTree(state.categories).map(({ category, depth }) => (
						<NavigatorRow
							key={category.slug}
							label={category.label}
							depth={depth}
							colour={category.colour}
							count={counts === null ? undefined : (counts.categories[category.slug] ?? 0)}
							locale={locale}
							current={place.kind === 'category' && place.slug === category.slug}
							onPress={() => props.onCategory(category.slug)}
						/>
					))}
				</ul>
			</nav>
			<ul className="navigator-foot" aria-label="Newsroom">
				<NavigatorRow
					label="Trash"
					icon={Trash2}
					count={counts?.trash === 0 ? undefined : counts?.trash}
					locale={locale}
					current={place.kind === 'trash'}
					onPress={props.onTrash}
				/>
				<NavigatorRow
					label="Newsroom settings"
					icon={Settings}
					locale={locale}
					current={false}
					onPress={props.onSettings}
				/>
			</ul>
		</div>
	);
}

function isQueue(place: NavigatorProps['place'], queue: Queue): boolean {
	return place.kind === 'queue' && place.queue === queue;
}
