import { Plus, Send, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { PathField } from '../../../ui/controls/path-field.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { EmptyState } from '../../../ui/display/empty-state.tsx';
import { newTarget, type TargetDraft, type TargetErrors } from './target-drafts.ts';
import './targets-editor.css';

/** The targets of the newsroom: the named places that exports go to. */
export function TargetsEditor({
	drafts,
	errors,
	canPick,
	onChange,
}: {
	drafts: readonly TargetDraft[];
	errors: ReadonlyMap<string, TargetErrors>;
	canPick: boolean;
	onChange: (drafts: readonly TargetDraft[]) => void;
}) {
	const host = useHost();
	const { value: formats } = useAnswer(useCallback(() => host.export.formats({}), [host]));
	const [problem, setProblem] = useState<string | null>(null);
	const added = useRef<string | null>(null);
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (added.current === null) return;
		list.current?.querySelector<HTMLInputElement>(`[data-key="${added.current}"] input[type="text"]`)?.focus();
		added.current = null;
	});
	const add = () => {
		const key = `new ${crypto.randomUUID()}`;
		added.current = key;
		onChange([...drafts, newTarget(key, drafts.length === 0)]);
	};
	const change = (key: string, part: Partial<TargetDraft>) =>
		onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
	const pick = async ({ key, name, folder }: TargetDraft) => {
		const startAt = folder.trim() === '' ? null : folder;
		const answer = await host.dialogs.pickFolder({ title: `Folder of ${name || 'the target'}`, startAt });
		setProblem(answer.ok ? null : answer.failure.message);
		if (answer.ok && answer.value !== null) change(key, { folder: answer.value.path });
	};
	return (
		<div className="settings" ref={list}>
			{problem === null ? null : (
				<p className="settings-failure" role="alert">
					{problem}
				</p>
			)}
			{drafts.length === 0 ? (
				<EmptyState icon={Send}>
					There are no targets yet. A target is a folder with a name, such as “Site”, that publishing can write at once.
				</EmptyState>
			) : (
				drafts.map((draft) => {
					const { key, name, folder, format, options, onPublish } = draft;
					const of = name.trim() === '' ? 'the new target' : name;
					const error = errors.get(key);
					return (
						<fieldset key={key} className="target-edit" data-key={key} aria-label={of}>
							<div className="target-edit-head">
								<TextField
									label="Name"
									value={name}
									error={error?.name}
									placeholder="Site"
									maxLength={60}
									autoComplete="off"
									onChange={(value) => change(key, { name: value })}
								/>
								<Select
									label="Format"
									value={format}
									options={(formats ?? [{ name: format, label: format }]).map((one) => ({
										id: one.name,
										label: one.label,
									}))}
									onChange={(value) => change(key, { format: value })}
								/>
								<IconButton
									icon={Trash2}
									label={`Remove ${of}`}
									onPress={() => onChange(drafts.filter((other) => other.key !== key))}
								/>
							</div>
							<PathField
								label="Folder"
								value={folder}
								error={error?.folder}
								note="A full path, or one beside the newsroom’s own folder. Galley removes nothing from it that Galley did not write."
								placeholder="/home/you/site/content"
								onChange={(value) => change(key, { folder: value })}
								onPick={canPick ? () => void pick(draft) : null}
							/>
							<div className="target-edit-switches">
								<Switch
									label="Publishing writes it at once"
									isSelected={onPublish}
									onChange={(value) => change(key, { onPublish: value })}
								/>
								<Switch
									label="Also stories that are ready, as on a staging site"
									isSelected={options.ready}
									onChange={(ready) => change(key, { options: { ...options, ready } })}
								/>
							</div>
						</fieldset>
					);
				})
			)}
			<div>
				<Button kind="bordered" icon={Plus} onPress={add}>
					New target
				</Button>
			</div>
		</div>
	);
}
