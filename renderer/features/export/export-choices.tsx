import { Check } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type ExportFormatInfo, type ExportRequest, type ExportScope, takesReady } from '#shared/contract/export.ts';
import type { Target } from '#shared/model/target.ts';
import { Select } from '../../ui/controls/select.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { Icon } from '../../ui/icon.tsx';

/** What the editor chose to export. */
export interface ExportChoice {
	readonly scope: ExportScope;
	readonly format: string;
	/** Whether stories that are ready go out too; null while the editor did not say, so that the scope decides. */
	readonly ready: boolean | null;
	readonly drafts: boolean;
}

/** The choice as it is asked for. */
export function requestOf({ ready, ...choice }: ExportChoice) {
	return { ...choice, ready: ready ?? takesReady(choice.scope) };
}

/** The request of an export to a folder, or to a target, which says by itself what it takes and as what. */
export function wholeRequest(choice: ExportChoice, folder: string, target: Target | null): ExportRequest {
	if (target === null) return { ...requestOf(choice), folder };
	return { scope: choice.scope, folder, format: target.format, ready: target.options.ready, drafts: false };
}

/** What to export, as what, and whether stories that are not published go with it. */
export function ExportChoices({
	choice,
	scopes,
	formats,
	isTarget,
	onChange,
}: {
	choice: ExportChoice;
	scopes: readonly { readonly scope: ExportScope; readonly label: string }[];
	formats: readonly ExportFormatInfo[];
	/** Whether it goes to a target, which has the other choices in its settings. */
	isTarget: boolean;
	onChange: (choice: ExportChoice) => void;
}) {
	const { scope, ready, drafts } = choice;
	const format = isTarget ? undefined : formats.find(({ name }) => name === choice.format);
	return (
		<>
			<div className="export-choices">
				<ToggleButtonGroup
					className="export-scopes"
					aria-label="What to export"
					selectionMode="single"
					disallowEmptySelection
					selectedKeys={[scope.kind]}
					onSelectionChange={(keys) => {
						const chosen = scopes.find(({ scope: { kind } }) => keys.has(kind));
						if (chosen !== undefined) onChange({ ...choice, scope: chosen.scope });
					}}
				>
					{scopes.map(({ scope: { kind }, label }) => (
						<ToggleButton key={kind} id={kind} className="export-scope">
							{scope.kind === kind ? <Icon of={Check} /> : null}
							{label}
						</ToggleButton>
					))}
				</ToggleButtonGroup>
				{format === undefined ? null : (
					<div className="export-format">
						<Select
							label="Format"
							labelHidden
							value={choice.format}
							options={formats.map(({ name, label }) => ({ id: name, label }))}
							onChange={(name) => onChange({ ...choice, format: name })}
						/>
					</div>
				)}
			</div>
			{isTarget ? null : (
				<div className="export-unpublished">
					<Switch
						label={scope.kind === 'all' ? 'Also every story that is ready' : 'Also stories that are ready'}
						isSelected={ready ?? takesReady(scope)}
						onChange={(selected) => onChange({ ...choice, ready: selected })}
					/>
					{scope.kind === 'all' ? null : (
						<Switch
							label="Also drafts and stories in review, marked as such"
							isSelected={drafts}
							onChange={(selected) => onChange({ ...choice, drafts: selected })}
						/>
					)}
				</div>
			)}
			{format === undefined || format.losses.length === 0 ? null : (
				<p className="export-note">
					{format.about} It drops or flattens: {format.losses.join('; ')}.
				</p>
			)}
		</>
	);
}
