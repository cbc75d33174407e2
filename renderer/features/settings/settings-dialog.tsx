import { type ReactNode, useState } from 'react';
import { isStoryChange, type ManyChange } from '#shared/contract/changes.ts';
import type { Failure, Result } from '#shared/failure.ts';
import { useHost } from '../../host/host-context.tsx';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Tabs } from '../../ui/display/tabs.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { CategoriesEditor } from './categories-editor.tsx';
import { checkCategories, draftsOf } from './category-drafts.ts';
import { type CheckChoices, type CheckDrafts, checkChecks, checkDraftsOf } from './checks/check-drafts.ts';
import { ChecksForm } from './checks/checks-form.tsx';
import { NewsroomForm } from './newsroom-form.tsx';
import { PeopleEditor } from './people-editor.tsx';
import { checkPeople, personDraftsOf } from './person-drafts.ts';
import { ReferenceDialog } from './references/reference-dialog.tsx';
import { pageOf, type ReferencePage } from './references/reference-question.ts';
import { TagsEditor } from './references/tags-editor.tsx';
import { type ReferenceWork, useReferences } from './references/use-references.ts';
import { checkSettings, draftOf } from './settings-draft.ts';
import { useStyleSettings } from './style/use-style-settings.tsx';
import { checkTargets, targetDraftsOf } from './targets/target-drafts.ts';
import { TargetsEditor } from './targets/targets-editor.tsx';
import { useDraft } from './use-draft.ts';
import { type You, YouForm } from './you-form.tsx';
import './settings.css';

/** Drafts that were checked: what is wrong stands by the key of each. */
type Checked<Key extends string, Errors> =
	| { readonly ok: true }
	| { readonly ok: false; readonly errors: ReadonlyMap<Key, Errors> };

/** The newsroom's own settings, its categories and people, and who edits here. Nothing changes until they are saved. */
export function SettingsDialog({
	page,
	canPick,
	references: work,
	lastChanges,
	you: youBefore,
	onYou,
	onClose,
}: {
	page: 'newsroom' | 'checks' | 'categories' | 'targets';
	/** Whether the host has a window to choose a folder in. */
	canPick: boolean;
	references: ReferenceWork;
	/** Lists the last changes of many stories that it is true for, with the way back. */
	lastChanges: (shows: (change: ManyChange) => boolean, disabledReason: string | undefined) => ReactNode;
	you: You;
	onYou: (you: You) => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { state } = useNewsroom();
	const [selected, setSelected] = useState<string>(page);
	const newsroom = useDraft(state.newsroom, draftOf);
	const targets = useDraft(state.newsroom.targets, targetDraftsOf);
	const checks = useDraft<CheckChoices, CheckDrafts>(state.newsroom, checkDraftsOf);
	const categories = useDraft(state.categories, draftsOf);
	const people = useDraft(state.people, personDraftsOf);
	const [first] = useState(youBefore);
	const [you, setYou] = useState(first);
	const [shown, setShown] = useState(false);
	const [failure, setFailure] = useState<Failure | null>(null);
	const [saving, setSaving] = useState(false);
	const [leaving, setLeaving] = useState(false);
	const references = useReferences(host, work);
	const style = useStyleSettings(shown);
	const settings = checkSettings(newsroom.draft, state.newsroom);
	const taxonomy = checkCategories(categories.draft);
	const persons = checkPeople(people.draft);
	const places = checkTargets(targets.draft);
	const rules = checkChecks(checks.draft, state.newsroom);

	// Escape must not throw away what was typed; it asks.
	const changed =
		[newsroom, checks, targets, categories, people, style].some(({ isEdited }) => isEdited) || you !== first;

	const save = async () => {
		setShown(true);
		if (!settings.ok) return setSelected('newsroom');
		if (!rules.ok) return setSelected('checks');
		if (!taxonomy.ok) return setSelected('categories');
		if (!persons.ok) return setSelected('people');
		if (!places.ok) return setSelected('targets');
		if (style.isEdited && !(await style.check())) return setSelected('style');
		// What was not edited may be newer than this window knows, and stays.
		const edits: (() => Promise<Result<unknown>>)[] = [];
		if (newsroom.isEdited || checks.isEdited || targets.isEdited) {
			const written = targets.isEdited ? [...places.targets] : state.newsroom.targets;
			const chosen = checks.isEdited ? rules.choices : {};
			const next = { ...settings.newsroom, ...chosen, targets: written };
			edits.push(() => host.newsroom.saveSettings({ newsroom: next }));
		}
		if (categories.isEdited) edits.push(() => host.newsroom.saveCategories({ categories: [...taxonomy.categories] }));
		if (people.isEdited) edits.push(() => host.newsroom.savePeople({ people: [...persons.people] }));
		if (style.isEdited) edits.push(...style.edits());
		setSaving(true);
		for (const edit of edits) {
			const result = await edit();
			if (result.ok) continue;
			setSaving(false);
			return setFailure(result.failure);
		}
		if (you !== first) onYou({ ...you, name: you.name.trim() });
		showToast('The settings are saved.');
		onClose();
	};
	/** What is wrong on a page, once it is to be told. */
	const told = <Key extends string, Errors>(checked: Checked<Key, Errors>): ReadonlyMap<Key, Errors> =>
		shown && !checked.ok ? checked.errors : new Map();

	const isBusy = work.run !== null;
	const busy = isBusy ? 'Stories are being changed at this moment.' : undefined;
	const unsaved = !categories.isEdited ? undefined : 'Save what you changed in the categories first.';
	const askDisabled = state.readOnly ?? busy ?? unsaved;
	const doneOf = (of: ReferencePage) =>
		lastChanges((change) => !isStoryChange(change) && pageOf(change) === of, askDisabled);

	return (
		<Dialog
			title="Newsroom settings"
			size="wide"
			onClose={() => (changed ? setLeaving(true) : onClose())}
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
								<NewsroomForm
									draft={newsroom.draft}
									errors={shown && !settings.ok ? settings.errors : {}}
									onChange={newsroom.setDraft}
								/>
							),
						},
						{
							id: 'checks',
							label: 'Checks',
							badge: told(rules).size,
							content: (
								<ChecksForm
									written={state.newsroom}
									drafts={checks.draft}
									errors={told(rules)}
									onChange={checks.setDraft}
								/>
							),
						},
						{ id: 'style', label: 'House style', badge: style.badge, content: style.page },
						{
							id: 'categories',
							label: 'Categories',
							badge: told(taxonomy).size,
							content: (
								<div className="settings">
									<CategoriesEditor
										drafts={categories.draft}
										errors={told(taxonomy)}
										onChange={categories.setDraft}
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
							badge: told(places).size,
							content: (
								<TargetsEditor
									drafts={targets.draft}
									errors={told(places)}
									canPick={canPick}
									onChange={targets.setDraft}
								/>
							),
						},
						{
							id: 'people',
							label: 'People',
							badge: told(persons).size,
							content: (
								<div className="settings">
									<PeopleEditor
										drafts={people.draft}
										errors={told(persons)}
										onChange={people.setDraft}
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
			{leaving ? (
				<Dialog
					title="Discard what you changed?"
					intro="The settings are not saved yet."
					onClose={() => setLeaving(false)}
					foot={
						<>
							<DialogSpace />
							<Button autoFocus onPress={() => setLeaving(false)}>
								Keep editing
							</Button>
							<Button kind="danger" onPress={onClose}>
								Discard
							</Button>
						</>
					}
				/>
			) : null}
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
