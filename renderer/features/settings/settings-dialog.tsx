import { useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import { useHost } from '../../host/host-context.tsx';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Tabs } from '../../ui/display/tabs.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { CategoriesEditor } from './categories-editor.tsx';
import { type CategoryDraft, checkCategories, draftsOf } from './category-drafts.ts';
import { NewsroomForm } from './newsroom-form.tsx';
import { PeopleEditor } from './people-editor.tsx';
import { checkPeople, type PersonDraft, personDraftsOf } from './person-drafts.ts';
import { DoneChanges } from './references/done-changes.tsx';
import { ReferenceDialog } from './references/reference-dialog.tsx';
import { pageOf, type ReferencePage } from './references/reference-question.ts';
import { TagsEditor } from './references/tags-editor.tsx';
import { type ReferenceWork, useReferences } from './references/use-references.ts';
import { checkSettings, draftOf } from './settings-draft.ts';
import { checkTargets, type TargetDraft, targetDraftsOf } from './targets/target-drafts.ts';
import { TargetsEditor } from './targets/targets-editor.tsx';
import { type You, YouForm } from './you-form.tsx';
import './settings.css';

/** The newsroom's own settings, its categories and people, and who edits here. Nothing changes until they are saved. */
export function SettingsDialog({
	page,
	canPick,
	references: work,
	you: youBefore,
	onYou,
	onClose,
}: {
	page: 'newsroom' | 'categories' | 'targets';
	/** Whether the host has a window to choose a folder in. */
	canPick: boolean;
	references: ReferenceWork;
	you: You;
	onYou: (you: You) => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { state } = useNewsroom();
	const [selected, setSelected] = useState<string>(page);
	const [first, setFirst] = useState(() => ({
		draft: draftOf(state.newsroom),
		categories: draftsOf(state.categories),
		people: personDraftsOf(state.people),
		you: youBefore,
		targets: targetDraftsOf(state.newsroom.targets),
	}));
	const [draft, setDraft] = useState(first.draft);
	const [categories, setCategories] = useState<readonly CategoryDraft[]>(first.categories);
	const [people, setPeople] = useState<readonly PersonDraft[]>(first.people);
	const [targets, setTargets] = useState<readonly TargetDraft[]>(first.targets);
	const [you, setYou] = useState(first.you);
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
	const persons = checkPeople(people);
	const places = checkTargets(targets);

	// Escape must not throw away what was typed.
	const changed =
		draft !== first.draft ||
		categories !== first.categories ||
		people !== first.people ||
		targets !== first.targets ||
		you !== first.you;

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
		if (!persons.ok) {
			setSelected('people');
			return;
		}
		if (!places.ok) {
			setSelected('targets');
			return;
		}
		setSaving(true);
		let result = await host.newsroom.saveSettings({
			newsroom: { ...settings.newsroom, targets: [...places.targets] },
		});
		if (result.ok && JSON.stringify(taxonomy.categories) !== JSON.stringify(state.categories))
			result = await host.newsroom.saveCategories({ categories: [...taxonomy.categories] });
		if (result.ok && JSON.stringify(persons.people) !== JSON.stringify(state.people))
			result = await host.newsroom.savePeople({ people: [...persons.people] });
		setSaving(false);
		if (!result.ok) {
			setFailure(result.failure);
			return;
		}
		if (you !== first.you) onYou({ ...you, name: you.name.trim() });
		showToast('The settings are saved.');
		onClose();
	};

	const isBusy = work.run !== null;
	const busy = isBusy ? 'Stories are being changed at this moment.' : undefined;
	const unsaved = categories === first.categories ? undefined : 'Save what you changed in the categories first.';
	const askDisabled = state.readOnly ?? busy ?? unsaved;
	const doneOf = (page: ReferencePage) => (
		<DoneChanges
			changes={references.done.filter(({ change }) => pageOf(change) === page)}
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
									{doneOf('categories')}
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
									{doneOf('tags')}
								</div>
							),
						},
						{
							id: 'targets',
							label: 'Targets',
							badge: shown && !places.ok ? places.errors.size : 0,
							content: (
								<TargetsEditor
									drafts={targets}
									errors={shown && !places.ok ? places.errors : new Map()}
									canPick={canPick}
									onChange={setTargets}
								/>
							),
						},
						{
							id: 'people',
							label: 'People',
							badge: shown && !persons.ok ? persons.errors.size : 0,
							content: (
								<div className="settings">
									<PeopleEditor
										drafts={people}
										errors={shown && !persons.ok ? persons.errors : new Map()}
										onChange={setPeople}
										onAsk={references.ask}
										disabledReason={state.readOnly ?? busy}
									/>
									{doneOf('people')}
								</div>
							),
						},
						{ id: 'you', label: 'You', content: <YouForm you={you} people={state.people} onChange={setYou} /> },
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
