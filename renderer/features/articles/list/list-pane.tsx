import { ArrowDownWideNarrow, FileWarning, RotateCcw } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useReducer, useState } from 'react';
import {
	type ArticleSort,
	type ArticleSummary,
	type LinkingStories,
	type Queue,
	type Selection,
	StoryFilter,
} from '#shared/contract/articles.ts';
import type { StoryChange } from '#shared/contract/bulk.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { Status } from '#shared/model/status.ts';
import { parseSearch } from '#shared/text/search-query.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useDebounced } from '../../../session/basics/debounce.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MenuButton, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import '../articles.css';
import { AskLinked } from '../ask-linked.tsx';
import { BulkBar, BulkProgress } from '../bulk/bulk-bar.tsx';
import { BulkFailures } from '../bulk/bulk-failures.tsx';
import { askWords } from '../bulk/bulk-words.ts';
import type { BulkChange } from '../bulk/use-bulk-change.ts';
import { FilterButton } from '../filter/filter-button.tsx';
import { FilterChips } from '../filter/filter-chips.tsx';
import { filterCount, type ListFilter, narrowing, noFilter } from '../filter/list-filter.ts';
import { queueEntries } from '../navigator/queues.ts';
import { IndexNote } from './index-note.tsx';
import { NothingFound } from './nothing-found.tsx';
import { asSelection, noSelection, type SelectionStep, select, selectedCount } from './selection.ts';
import { StoryList } from './story-list.tsx';
import { useIndexState } from './use-index-state.ts';
import { useStoryPages } from './use-story-pages.ts';

const sorts: readonly { id: ArticleSort; label: string }[] = [
	{ id: 'best', label: 'Best match' },
	{ id: 'updated', label: 'Last changed' },
	{ id: 'published', label: 'Published' },
	{ id: 'scheduled', label: 'Scheduled' },
	{ id: 'headline', label: 'Headline' },
];
const statusQueues: readonly Queue[] = Status.options;
/** A breath between keys; the newest question wins anyhow. */
const typingMilliseconds = 60;

/** Above so many stories the trash asks first, though it can be undone. */
const askAbove = 100;

/** From so many stories on their number needs the room of a word. */
const manyStories = 10_000;

export interface ListPaneProps {
	readonly queue: Queue;
	readonly category: string | null;
	readonly search: string;
	readonly sort: ArticleSort;
	/** The order of what a search finds. */
	readonly searchSort: ArticleSort;
	readonly filter: ListFilter;
	readonly active: ArticleId | null;
	readonly damaged: number;
	readonly bulk: BulkChange;
	/** Whether the keyboard goes to the stories, as soon as those that are asked for are there. */
	readonly takesFocus: boolean;
	readonly onFocusTaken: () => void;
	/** Buttons before the title, such as the one that shows the navigator. */
	readonly lead?: ReactNode;
	/** Whether each story is shown in one line. */
	readonly compact: boolean;
	readonly onCompact: (compact: boolean) => void;
	readonly onSort: (sort: ArticleSort, isSearch: boolean) => void;
	readonly onFilter: (filter: ListFilter) => void;
	/** The button that makes a story; without room for its words when tight. */
	readonly newStory: (tight: boolean) => ReactNode;
	readonly onOpen: (id: ArticleId) => void;
	/** What else can be done with a story, in its menu. */
	readonly menuOf: (story: ArticleSummary) => readonly MenuEntry[];
	readonly onCommand: (id: string, story: ArticleSummary) => void;
	readonly onExport: (selection: Selection) => void;
	/** What publishing a selection does is to be shown; `first` is for stories that readers do not have. */
	readonly onPublish: (selection: Selection, first: boolean) => void;
	/** Words of a selection are to be found and replaced. */
	readonly onReplace: (selection: Selection) => void;
	/** One story is to go to the trash; with several the list sees to that itself. */
	readonly onTrashOne: (id: ArticleId) => void;
	readonly onShowDamaged: () => void;
	readonly onClearSearch: () => void;
}

/** The list of one queue, category or search, with what can be done from it. */
export function ListPane(props: ListPaneProps) {
	const { queue, category, filter, bulk, takesFocus, onFocusTaken } = props;
	const host = useHost();
	const { state, categoryLabel } = useNewsroom();
	const { locale } = state.newsroom;
	const typed = props.search.trim().slice(0, 400);
	const text = useDebounced(typed, typed === '' ? 0 : typingMilliseconds);
	const isSearch = text !== '';
	const sort = isSearch ? props.searchSort : props.sort === 'best' ? 'updated' : props.sort;
	const storyFilter = StoryFilter.parse({
		...narrowing(filter),
		queue,
		category: category ?? filter.category,
		text,
	});
	const question = { filter: storyFilter, sort };
	const { pages, reader } = useStoryPages(host, question);
	const index = useIndexState(host);
	const questionKey = JSON.stringify(pages.question);
	const [selected, onSelect] = useSelection(questionKey);
	const [asking, setAsking] = useState<{ readonly change: StoryChange; readonly links: LinkingStories } | null>(null);
	const terms = useMemo(() => parseSearch(pages.question.filter.text).terms, [pages.question]);

	const isAnswered = pages.known && pages.question.filter.text === typed && questionKey === JSON.stringify(question);
	const isNothing = pages.known && pages.count === 0 && pages.failure === null;
	useEffect(() => {
		if (takesFocus && isAnswered && isNothing) onFocusTaken();
	}, [takesFocus, isAnswered, isNothing, onFocusTaken]);

	const entry = queueEntries.find((one) => one.queue === queue);
	const title = isSearch ? 'Results' : category === null ? (entry?.label ?? '') : categoryLabel(category);
	// Where the navigator is folded away, its button takes the room of the words; so does a number of many digits.
	const tight = props.lead !== undefined || (pages.total ?? 0) >= manyStories;
	const readOnly = state.readOnly ?? undefined;
	const count = selectedCount(selected, pages.count);
	const selection = asSelection(selected, pages.question.filter);
	const clear = () => onSelect({ kind: 'none' });
	const start = (change: StoryChange) => {
		if (selection === null || readOnly !== undefined) return;
		bulk.start(selection, change);
		clear();
	};
	/** Shows what links to the stories that readers lose, where there is anything to show. */
	const ask = async (change: StoryChange) => {
		if (selection === null || readOnly !== undefined) return;
		const linking = await host.articles.linkingTo({ selection });
		const links = linking.ok ? linking.value : { count: 0, shown: 0, stories: [] };
		// Where that cannot be told, the stories themselves tell what links to nothing.
		if (links.count > 0 || count > askAbove) setAsking({ change, links });
		else start(change);
	};
	const askTrash = async () => {
		const [only, another] = selection?.kind === 'ids' ? selection.ids : [];
		if (only === undefined || another !== undefined || readOnly !== undefined) return ask({ kind: 'trash' });
		props.onTrashOne(only);
		clear();
	};
	const change = (wanted: StoryChange) => {
		if (selection === null) return;
		const status = wanted.kind === 'status' ? wanted.status : null;
		if (status === 'withdrawn') return void ask(wanted);
		if (status !== 'published' && wanted.kind !== 'publish') return start(wanted);
		props.onPublish(selection, status !== null);
		clear();
	};
	const many = `${count.toLocaleString(locale)} ${count === 1 ? 'story' : 'stories'}`;
	const exportSelected = () => {
		if (selection !== null) props.onExport(selection);
	};

	return (
		<div className="list-pane" data-tight={tight ? '' : undefined}>
			<div className="pane-head">
				{props.lead}
				<h2 className="pane-title">{title}</h2>
				<span className="pane-count" role="status">
					{pages.total !== null ? (
						<>
							{pages.total.toLocaleString(locale)}
							<span className="visually-hidden">{pages.total === 1 ? ' story' : ' stories'}</span>
						</>
					) : null}
				</span>
				<span className="pane-head-space" />
				<span className="pane-head-tools">
					<FilterButton
						filter={filter}
						inCategory={category !== null}
						inStatus={statusQueues.includes(queue)}
						onFilter={props.onFilter}
					/>
					<MenuButton
						label="Sort and rows"
						groups={[
							{
								heading: 'Sort by',
								entries: sorts
									.filter(({ id }) => isSearch || id !== 'best')
									.map((one) => ({ ...one, checked: one.id === sort })),
							},
							{
								heading: 'Rows',
								entries: [
									{ id: 'roomy', label: 'Roomy', checked: !props.compact },
									{ id: 'compact', label: 'Compact', checked: props.compact },
								],
							},
						]}
						onAction={(id) => {
							const chosen = sorts.find((one) => one.id === id);
							if (chosen === undefined) props.onCompact(id === 'compact');
							else props.onSort(chosen.id, isSearch);
						}}
					>
						<IconButton icon={ArrowDownWideNarrow} label="Sort and rows" />
					</MenuButton>
				</span>
				{props.newStory(tight)}
			</div>
			<FilterChips filter={category === null ? filter : { ...filter, category: null }} onFilter={props.onFilter} />
			{props.damaged > 0 ? (
				<button type="button" className="list-note" data-inner-focus="" onClick={props.onShowDamaged}>
					<Icon of={FileWarning} />
					{props.damaged === 1 ? 'One file is damaged' : `${props.damaged} files are damaged`}
				</button>
			) : null}
			{pages.failure === null ? null : (
				<div className="list-note" data-kind="failure" role="alert">
					<span className="pane-head-space">{pages.failure.message}</span>
					<Button kind="link" icon={RotateCcw} onPress={() => void reader.reload()}>
						Try again
					</Button>
				</div>
			)}
			{index === null ? null : <IndexNote state={index} />}
			<BulkFailures bulk={bulk} onOpen={props.onOpen} />
			{isNothing ? (
				<NothingFound
					queue={queue}
					category={category}
					text={pages.question.filter.text}
					isFiltered={filterCount(filter) > 0}
					isReading={index?.kind === 'reading'}
					onClearFilters={() => props.onFilter(noFilter)}
					onClearSearch={props.onClearSearch}
				/>
			) : (
				<StoryList
					// A new question begins at the top, and rows of another height are placed anew.
					key={`${questionKey} ${props.compact}`}
					pages={pages}
					reader={reader}
					terms={terms}
					active={props.active}
					compact={props.compact}
					selection={selected}
					takesFocus={takesFocus && isAnswered}
					onFocusTaken={onFocusTaken}
					onSelect={onSelect}
					onOpen={props.onOpen}
					menuOf={props.menuOf}
					onCommand={props.onCommand}
					onTrashSelected={() => void askTrash()}
					onExportSelected={exportSelected}
				/>
			)}
			{bulk.work !== null ? (
				<BulkProgress bulk={bulk} />
			) : selection === null || count === 0 ? null : (
				<BulkBar
					count={count}
					onChange={change}
					onTrash={() => void askTrash()}
					onReplace={() => {
						if (selection !== null) props.onReplace(selection);
					}}
					onExport={exportSelected}
					onClear={clear}
				/>
			)}
			{asking === null ? null : (
				<AskLinked
					{...askWords(asking.change, many)}
					isMany={count !== 1}
					links={asking.links}
					onOpen={(id) => {
						setAsking(null);
						props.onOpen(id);
					}}
					onAction={() => {
						setAsking(null);
						start(asking.change);
					}}
					onClose={() => setAsking(null)}
				/>
			)}
		</div>
	);
}

/** What is chosen in the list of one question; another question begins with nothing. */
function useSelection(question: string) {
	const [state, dispatch] = useReducer(
		(last: { question: string; selection: typeof noSelection }, step: { question: string; step: SelectionStep }) => ({
			question: step.question,
			selection: select(last.question === step.question ? last.selection : noSelection, step.step),
		}),
		{ question, selection: noSelection },
	);
	const selection = state.question === question ? state.selection : noSelection;
	return [selection, (step: SelectionStep) => dispatch({ question, step })] as const;
}
