import { ArrowDown, ArrowUp, Ellipsis, FolderTree, Merge, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { slugify } from '#shared/text/slug.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { MenuButton } from '../../ui/overlays/menu.tsx';
import {
	type CategoryDraft,
	type CategoryErrors,
	type DraftRow,
	draftRows,
	moveDraft,
	removeDraft,
	rowsOutside,
} from './category-drafts.ts';
import type { CategoryQuestion } from './references/reference-question.ts';
import './settings.css';

interface EditorProps {
	readonly drafts: readonly CategoryDraft[];
	readonly errors: ReadonlyMap<string, CategoryErrors>;
	readonly onChange: (drafts: readonly CategoryDraft[]) => void;
	/** Asks for a change of a category that the newsroom has, in which stories may stand. */
	readonly onAsk: (question: CategoryQuestion) => void;
	/** Why none can be asked for now; absent when it can. */
	readonly askDisabled: string | undefined;
}

/** The taxonomy as an editable tree. */
export function CategoriesEditor({ drafts, errors, onChange, onAsk, askDisabled }: EditorProps) {
	const added = useRef<string | null>(null);
	const rows = useRef<HTMLDivElement>(null);
	const all = draftRows(drafts);
	useEffect(() => {
		if (added.current === null) return;
		rows.current?.querySelector<HTMLInputElement>(`[data-key="${added.current}"] input[type="text"]`)?.focus();
		added.current = null;
	});
	const add = () => {
		const key = `new ${crypto.randomUUID()}`;
		added.current = key;
		onChange([...drafts, { key, label: '', slug: '', slugFollows: true, parent: null, colour: null, original: null }]);
	};
	return (
		<div className="settings">
			{drafts.length === 0 ? (
				<EmptyState icon={FolderTree}>There are no categories yet. A story needs one to be exported.</EmptyState>
			) : (
				<div ref={rows}>
					<div className="category-head" aria-hidden="true">
						<span />
						<span>Name</span>
						<span>Slug</span>
						<span>Under</span>
					</div>
					{all.map((row) => (
						<CategoryLine
							key={row.draft.key}
							row={row}
							rows={all}
							drafts={drafts}
							errors={errors}
							onChange={onChange}
							onAsk={onAsk}
							askDisabled={askDisabled}
						/>
					))}
				</div>
			)}
			<div>
				<Button kind="bordered" icon={Plus} onPress={add}>
					New category
				</Button>
			</div>
		</div>
	);
}

interface LineProps extends EditorProps {
	readonly row: DraftRow;
	/** All of them. */
	readonly rows: readonly DraftRow[];
}

function CategoryLine({ row: { draft, depth }, rows, drafts, errors, onChange, onAsk, askDisabled }: LineProps) {
	const { original } = draft;
	const error = errors.get(draft.key);
	const name = draft.label.trim() === '' ? 'the new category' : draft.label;
	const change = (part: Partial<CategoryDraft>) =>
		onChange(drafts.map((other) => (other.key === draft.key ? { ...other, ...part } : other)));
	const siblings = drafts.filter((other) => other.parent === draft.parent);
	const place = siblings.findIndex((other) => other.key === draft.key);
	return (
		<fieldset className="category-row" data-key={draft.key} aria-label={name}>
			<input
				type="color"
				className="category-colour"
				aria-label={`Colour of ${name}`}
				value={draft.colour ?? '#8a8a83'}
				onChange={(event) => change({ colour: event.target.value })}
			/>
			<div style={{ paddingInlineStart: depth * 16 }}>
				<TextField
					label={`Name of ${name}`}
					labelHidden
					value={draft.label}
					error={error?.label}
					autoComplete="off"
					onChange={(label) =>
						change(draft.slugFollows ? { label, slug: label === '' ? '' : slugify(label) } : { label })
					}
				/>
			</div>
			{original === null ? (
				<TextField
					label={`Slug of ${name}`}
					labelHidden
					value={draft.slug}
					error={error?.slug}
					autoComplete="off"
					spellCheck="false"
					onChange={(slug) => change({ slug, slugFollows: false })}
				/>
			) : (
				// Stories name it, so it is renamed together with them.
				<span className="category-slug" title={draft.slug}>
					{draft.slug}
				</span>
			)}
			<Select
				label={`${name} stands under`}
				labelHidden
				value={draft.parent ?? ''}
				options={[
					{ id: '', label: 'The top' },
					...rowsOutside(rows, draft.key).map((other) => ({ id: other.draft.key, label: other.draft.label })),
				]}
				onChange={(parent) => change({ parent: parent === '' ? null : parent })}
			/>
			<div className="category-actions">
				<IconButton
					icon={ArrowUp}
					label={`Move ${name} up`}
					disabledReason={place === 0 ? 'It is the first in its place.' : undefined}
					onPress={() => onChange(moveDraft(drafts, draft.key, -1))}
				/>
				<IconButton
					icon={ArrowDown}
					label={`Move ${name} down`}
					disabledReason={place === siblings.length - 1 ? 'It is the last in its place.' : undefined}
					onPress={() => onChange(moveDraft(drafts, draft.key, 1))}
				/>
				{original === null ? (
					<IconButton icon={Trash2} label={`Remove ${name}`} onPress={() => onChange(removeDraft(drafts, draft.key))} />
				) : (
					<MenuButton
						label={`Change ${name} in all stories`}
						placement="bottom end"
						groups={[
							{
								heading: 'In all stories',
								entries: [
									{ id: 'rename', label: 'Rename…', icon: PencilLine, disabledReason: askDisabled },
									{
										id: 'merge',
										label: 'Merge into…',
										icon: Merge,
										disabledReason: askDisabled ?? (drafts.length < 2 ? 'There is no other category.' : undefined),
									},
									{ id: 'remove', label: 'Remove…', icon: Trash2, disabledReason: askDisabled },
								],
							},
						]}
						onAction={(id) => {
							if (id === 'rename' || id === 'merge' || id === 'remove') onAsk({ kind: id, category: original });
						}}
					>
						<IconButton icon={Ellipsis} label={`Change ${name} in all stories`} />
					</MenuButton>
				)}
			</div>
		</fieldset>
	);
}
