import { CircleDot, Ellipsis, FolderTree, Globe, Replace, Send, Trash2, TrendingUp, X } from 'lucide-react';
import { DialogTrigger, Dialog as PopoverDialog } from 'react-aria-components';
import type { StoryChange } from '#shared/contract/bulk.ts';
import { Status, statusEntry } from '#shared/model/status.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { Progress } from '../../../ui/display/progress.tsx';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { MenuButton } from '../../../ui/overlays/menu.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import './bulk.css';
import { workingWords } from './bulk-words.ts';
import { CategoryChange } from './category-change.tsx';
import type { BulkChange } from './use-bulk-change.ts';

/** How many stories are chosen, and what can be done with all of them. */
export function BulkBar({
	count,
	onChange,
	onTrash,
	onReplace,
	onExport,
	onClear,
}: {
	count: number;
	onChange: (change: StoryChange) => void;
	onTrash: () => void;
	onReplace: () => void;
	onExport: () => void;
	onClear: () => void;
}) {
	const { state } = useNewsroom();
	const readOnly = state.readOnly ?? undefined;
	const selected = `${count.toLocaleString(state.newsroom.locale)} selected`;
	return (
		<div className="bulk-bar" role="toolbar" aria-label="Selected stories">
			<IconButton icon={X} label="Clear the selection" shortcut="Esc" onPress={onClear} />
			<span className="bulk-count" role="status">
				{selected}
			</span>
			<span className="bulk-actions">
				<MenuButton
					label="Status of the selected stories"
					placement="top"
					groups={[
						{
							heading: 'Status',
							entries: Status.options.map((status) => ({
								id: status,
								label: statusEntry(status).label,
								mark: <StatusDot status={status} />,
								disabledReason: readOnly,
							})),
						},
					]}
					onAction={(id) => onChange({ kind: 'status', status: Status.parse(id) })}
				>
					<IconButton icon={CircleDot} label="Status" />
				</MenuButton>
				<DialogTrigger>
					<IconButton icon={FolderTree} label="Categories" disabledReason={readOnly} />
					<Popover placement="top" offset={4}>
						<PopoverDialog className="category-change" aria-label="Categories of the selected stories">
							{({ close }) => (
								<CategoryChange
									count={count}
									onChange={(change) => {
										close();
										onChange(change);
									}}
								/>
							)}
						</PopoverDialog>
					</Popover>
				</DialogTrigger>
				<MenuButton
					label="Trending"
					placement="top"
					groups={[
						{
							entries: [
								{ id: 'on', label: 'Put in Trending', icon: TrendingUp, disabledReason: readOnly },
								{ id: 'off', label: 'Take out of Trending', disabledReason: readOnly },
							],
						},
					]}
					onAction={(id) => onChange({ kind: 'trending', trending: id === 'on' })}
				>
					<IconButton icon={TrendingUp} label="Trending" />
				</MenuButton>
				<IconButton
					icon={Globe}
					label="Publish changes"
					disabledReason={readOnly}
					onPress={() => onChange({ kind: 'publish' })}
				/>
				<IconButton
					icon={Trash2}
					label="Move to the trash"
					shortcut="Delete"
					disabledReason={readOnly}
					onPress={onTrash}
				/>
				<MenuButton
					label="More for the selected stories"
					placement="top"
					groups={[
						{
							entries: [
								{ id: 'replace', label: 'Find and replace…', icon: Replace, disabledReason: readOnly },
								{ id: 'export', label: 'Export…', icon: Send },
							],
						},
					]}
					onAction={(id) => (id === 'replace' ? onReplace() : onExport())}
				>
					<IconButton icon={Ellipsis} label="More" />
				</MenuButton>
			</span>
		</div>
	);
}

/** How far a change of many stories is. */
export function BulkProgress({ bulk }: { bulk: BulkChange }) {
	const { locale } = useNewsroom().state.newsroom;
	const { work, run } = bulk;
	if (work === null) return null;
	const { done, total } = run.kind === 'running' ? run : { done: 0, total: 0 };
	const far = total === 0 ? '' : `: ${done.toLocaleString(locale)} of ${total.toLocaleString(locale)}`;
	return (
		<section className="bulk-bar" aria-label={workingWords(work)}>
			<Progress label={workingWords(work)} done={done} total={total} note={`${workingWords(work)}${far}`} />
			<Button kind="bordered" onPress={bulk.cancel}>
				Cancel
			</Button>
		</section>
	);
}
