import { checksOf } from '#shared/document/checks/check-settings.ts';
import {
	type CheckGroup,
	type CheckId,
	checkEntry,
	checkGroups,
	checkIds,
} from '#shared/document/checks/check-table.ts';
import { Select } from '../../../ui/controls/select.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import type { CheckChoices, CheckDraft, CheckDrafts, CheckErrors } from './check-drafts.ts';
import './checks-form.css';

const groups = Object.entries(checkGroups) as readonly (readonly [CheckGroup, string])[];

/** Which checks the newsroom runs, how grave each is, and its limits. */
export function ChecksForm({
	written,
	drafts,
	errors,
	onChange,
}: {
	/** The settings as they are kept. */
	written: CheckChoices;
	drafts: CheckDrafts;
	errors: ReadonlyMap<CheckId, CheckErrors>;
	onChange: (drafts: CheckDrafts) => void;
}) {
	const { faults } = checksOf(written);
	return (
		<div className="settings">
			<p className="field-note">
				An error keeps a story from being published; a warning never does. What no story can be published without is
				always looked at.
			</p>
			{faults.length === 0 ? null : (
				<div className="settings-failure" role="status">
					<p>newsroom.json says something of the checks that Galley cannot use. It stays there, and changes nothing:</p>
					<ul className="checks-faults">
						{faults.map((fault) => (
							<li key={fault}>{fault}.</li>
						))}
					</ul>
				</div>
			)}
			{groups.map(([group, title]) => (
				<section key={group} className="settings-part" aria-labelledby={`checks-${group}`}>
					<h3 id={`checks-${group}`}>{title}</h3>
					<ul className="checks-list">
						{checkIds
							.filter((id) => checkEntry(id).group === group)
							.map((id) => (
								<CheckRow
									key={id}
									id={id}
									draft={drafts[id]}
									errors={errors.get(id) ?? {}}
									onChange={(draft) => onChange({ ...drafts, [id]: draft })}
								/>
							))}
					</ul>
				</section>
			))}
		</div>
	);
}

const severities = [
	{ id: 'warning', label: 'Warning' },
	{ id: 'error', label: 'Error' },
];

function CheckRow({
	id,
	draft,
	errors,
	onChange,
}: {
	id: CheckId;
	draft: CheckDraft;
	errors: CheckErrors;
	onChange: (draft: CheckDraft) => void;
}) {
	const { label, isRule, limits = {} } = checkEntry(id);
	return (
		<li className="check-row" data-off={draft.isOn ? undefined : ''}>
			{isRule ? (
				<span className="check-name">{label}</span>
			) : (
				<Switch label={label} isSelected={draft.isOn} onChange={(isOn) => onChange({ ...draft, isOn })} />
			)}
			{isRule ? (
				<span className="check-rule">Always an error</span>
			) : (
				<Select
					label={`How grave: ${label}`}
					labelHidden
					value={draft.severity}
					options={severities}
					onChange={(severity) => onChange({ ...draft, severity: severity === 'error' ? 'error' : 'warning' })}
				/>
			)}
			{Object.entries(limits).map(([name, limit]) => (
				<div key={name} className="check-limit">
					<TextField
						label={limit.label}
						aria-label={`${limit.label}: ${label}`}
						inputMode="numeric"
						value={draft.limits[name] ?? ''}
						error={errors[name]}
						onChange={(text) => onChange({ ...draft, limits: { ...draft.limits, [name]: text } })}
					/>
				</div>
			))}
		</li>
	);
}
