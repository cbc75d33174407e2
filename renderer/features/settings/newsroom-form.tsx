import { languageChoices, localeChoices } from '../../session/names/languages.ts';
import { timeZoneChoices } from '../../session/names/time-zones.ts';
import { NameField } from '../../ui/controls/name-field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import type { SettingsDraft, SettingsErrors } from './settings-draft.ts';

/** The fields of `newsroom.json`. */
export function NewsroomForm({
	draft,
	errors,
	onChange,
}: {
	draft: SettingsDraft;
	errors: SettingsErrors;
	onChange: (draft: SettingsDraft) => void;
}) {
	const bind = (name: Exclude<keyof SettingsDraft, 'comments'>) => ({
		value: draft[name],
		error: errors[name],
		onChange: (value: string) => onChange({ ...draft, [name]: value }),
	});
	return (
		<div className="settings">
			<div className="settings-grid">
				<TextField label="Name" {...bind('name')} />
				<TextField label="Site address" placeholder="https://" {...bind('siteUrl')} />
				<NameField label="Language of new stories" choices={languageChoices} {...bind('language')} />
				<NameField label="Dates are written for" choices={localeChoices} {...bind('locale')} />
				<NameField label="Time zone" choices={timeZoneChoices()} {...bind('timeZone')} />
				<Select
					label="Comments on new stories"
					value={draft.comments}
					options={[
						{ id: 'open', label: 'Open' },
						{ id: 'closed', label: 'Closed' },
					]}
					onChange={(id) => onChange({ ...draft, comments: id === 'closed' ? 'closed' : 'open' })}
				/>
			</div>
			<section className="settings-part" aria-labelledby="settings-newsletter">
				<h3 id="settings-newsletter">Newsletter box</h3>
				<div className="settings-grid">
					<TextField label="Title" {...bind('newsletterTitle')} />
					<TextField label="Button" {...bind('newsletterButton')} />
					<div className="settings-full">
						<TextField label="Text" rows={2} {...bind('newsletterText')} />
					</div>
				</div>
			</section>
		</div>
	);
}
