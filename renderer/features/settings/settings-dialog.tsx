import { useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import { useHost } from '../../host/host-context.tsx';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { Tabs } from '../../ui/display/tabs.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { CategoriesEditor } from './categories-editor.tsx';
import { type CategoryDraft, checkCategories, draftsOf } from './category-drafts.ts';
import { NewsroomForm } from './newsroom-form.tsx';
import { DoneChanges } from './references/done-changes.tsx';
import { ReferenceDialog } from './references/reference-dialog.tsx';
import { TagsEditor } from './references/tags-editor.tsx';
import { type ReferenceWork, useReferences } from './references/use-references.ts';
import { checkSettings, draftOf } from './settings-draft.ts';
import './settings.css';

/** The newsroom's own settings and its categories, and who edits here. Nothing changes until they are saved. */
export function SettingsDialog({
	page,
	references: work,
	author,
	onAuthor,
	onClose,
}: {
	page: 'newsroom' | 'categories';
	references: ReferenceWork;
	/** Who edits on this computer; empty for the name of the computer's user. */
	author: string;
	onAuthor: (author: string) => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { state } = useNewsroom();
	const [selected, setSelected] = useState<string>(page);
	const [first, setFirst] = useState(() => ({
		draft: draftOf(state.newsroom),
		categories: draftsOf(state.categories),
	}));
	const [draft, setDraft] = useState(first.draft);
	const [categories, setCategories] = useState<readonly CategoryDraft[]>(first.categories);
	const [name, setName] = useState(author);
	const [shown, setShown] = useState(false);
	const [failure, setFailure] = useState<Failure | null>(null);
	const [saving, setSaving] = useState(false);
	const references = useReferences(host, work);
	// What was changed in all stories, or by somebody else, is shown unless it would take away what was typed.
	const [shownCategories, setShownCategories] = useState(state.categories);
	if (shownCategories !== state.categories) {
		setShownCategories(state.categories);
		if (categories === first.categories) {
			const drafts = draftsOf(state.categories);
			setFirst({ ...first, categories: drafts });
			setCategories(drafts);
		}
	}
	const settings = checkSettings(draft, state.newsroom);
	const taxonomy = checkCategories(categories);

	// Escape must not throw away what was typed.
	const changed = draft !== first.draft || categories !== first.categories || name !== author;

	const save = async () => {
		setShown(true);
		if (!settings.ok) {
			setSelected('newsroom');
			return;
		}
		if (!taxonomy.ok) {
			setSelected('categories');
			return;
		}
		setSaving(true);
		const kept = await host.newsroom.saveSettings({ newsroom: settings.newsroom });
		const result =
			kept.ok && JSON.stringify(taxonomy.categories) !== JSON.stringify(state.categories)
				? await host.newsroom.saveCategories({ categories: [...taxonomy.categories] })
				: kept;
		setSaving(false);
		if (!result.ok) {
			setFailure(result.failure);
			return;
		}
		if (name.trim() !== author) onAuthor(name.trim());
		showToast('The settings are saved.');
		onClose();
	};

	const isBusy = work.run !== null;
	const busy = isBusy ? 'Stories are being changed at this moment.' : undefined;
	const unsaved = categories === first.categories ? undefined : 'Save what you changed in the categories first.';
	const askDisabled = state.readOnly ?? busy ?? unsaved;
	const doneOf = (isTag: boolean) => (
		<DoneChanges
			changes={references.done.filter(({ change }) => 'tag' in change === isTag)}
			disabledReason={askDisabled}
			onUndo={work.undo}
		/>
	);

	return (
		<Dialog
			title="Newsroom settings"
			size="wide"
			dismissable={!changed}
			onClose={onClose}
			foot={
				<>
					<span className="field-note">{state.path}</span>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						disabledReason={state.readOnly ?? (saving ? 'The settings are being saved.' : undefined)}
						onPress={() => void save()}
					>
						Save settings
					</Button>
				</>
			}
		>
			<div className="settings">
				{failure === null ? null : (
					<p className="settings-failure" role="alert">
						{failure.message}
					</p>
				)}
				<Tabs
					label="Settings"
					selected={selected}
					onSelect={setSelected}
					entries={[
						{
							id: 'newsroom',
							label: 'Newsroom',
							badge: shown && !settings.ok ? Object.keys(settings.errors).length : 0,
							content: (
								<NewsroomForm draft={draft} errors={shown && !settings.ok ? settings.errors : {}} onChange={setDraft} />
							),
						},
						{
							id: 'categories',
							label: 'Categories',
							badge: shown && !taxonomy.ok ? taxonomy.errors.size : 0,
							content: (
								<div className="settings">
									<CategoriesEditor
										drafts={categories}
										errors={shown && !taxonomy.ok ? taxonomy.errors : new Map()}
										onChange={setCategories}
										onAsk={references.ask}
										askDisabled={askDisabled}
									/>
									{doneOf(false)}
								</div>
							),
						},
						{
							id: 'tags',
							label: 'Tags',
							content: (
								<div className="settings">
									<TagsEditor
										tags={references.tags}
										begins={references.begins}
										onBegins={references.setBegins}
										onAsk={references.ask}
										disabledReason={state.readOnly ?? busy}
									/>
									{doneOf(true)}
								</div>
							),
						},
						{
							id: 'you',
							label: 'You',
							content: (
								<TextField
									label="Your name"
									note="It stands in the history beside what you save. It is kept on this computer; left empty, the name of the computer's user is taken."
									value={name}
									maxLength={200}
									autoComplete="off"
									onChange={setName}
								/>
							),
						},
					]}
				/>
			</div>
			{references.question === null ? null : (
				<ReferenceDialog
					question={references.question}
					tags={(references.tags ?? []).map(({ value }) => value)}
					run={work.run}
					onChange={work.change}
					onCancel={work.cancel}
					onClose={() => references.ask(null)}
				/>
			)}
		</Dialog>
	);
}
