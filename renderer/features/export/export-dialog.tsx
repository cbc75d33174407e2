import { RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ExportScope, PlannedStory } from '#shared/contract/export.ts';
import { ok } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { usualFormat } from '#shared/model/target.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useJob } from '../../session/basics/use-job.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { useTargets } from '../../session/use-targets.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import './export.css';
import { EditedNote } from './edited-note.tsx';
import { type ExportChoice, ExportChoices, requestOf, wholeRequest } from './export-choices.tsx';
import { ExportFolder, FolderQuestion } from './export-folder.tsx';
import { type ExportPlace, ExportPlaces } from './export-place.tsx';
import { ExportProgress } from './export-progress.tsx';
import { ExportResult } from './export-result.tsx';
import { JsonDialog } from './json-dialog.tsx';
import { PlanTable } from './plan-table.tsx';
import { countStories, planSummary, writtenCount } from './plan-words.ts';
import { TargetNote } from './target-note.tsx';

export interface ExportDialogProps {
	readonly scope: ExportScope;
	/** The story in front, which the export of one would take. */
	readonly story: ArticleId | null;
	/** Where this newsroom was exported to last; null before the first time. */
	readonly folder: string | null;
	readonly canPick: boolean;
	readonly canReveal: boolean;
	/** Saves every open story; whether all of them are saved. */
	readonly saveAll: () => Promise<boolean>;
	/** Shows what was exported to a target. */
	readonly onLog: (target: string) => void;
	readonly onFolder: (folder: string) => void;
	readonly onGoTo: (story: ArticleId, where: FieldRef) => void;
	readonly onClose: () => void;
}

/** Shows what an export would do, does it, and says what it did. */
export function ExportDialog(props: ExportDialogProps) {
	const { story, saveAll, onClose } = props;
	const host = useHost();
	const { state } = useNewsroom();
	const { locale } = state.newsroom;
	const [choice, setChoice] = useState<ExportChoice>({
		scope: props.scope,
		format: usualFormat,
		ready: null,
		drafts: false,
	});
	const { scope } = choice;
	const targets = useTargets();
	// The first target, until the editor chooses: what is set up comes before a folder that has to be found.
	const [chosenPlace, setPlace] = useState<ExportPlace | undefined>(undefined);
	const place = chosenPlace === undefined ? (targets[0]?.name ?? null) : chosenPlace;
	const target = targets.find(({ name }) => name === place) ?? null;
	const folder = target?.path ?? props.folder;
	const { value: formats } = useAnswer(useCallback(() => host.export.formats({}), [host]));
	const [isChanging, setAsking] = useState(false);
	const asking = target === null && (folder === null || isChanging);
	const [unsaved, setUnsaved] = useState(false);
	/** The story of which the JSON is compared. */
	const [compared, setCompared] = useState<PlannedStory | null>(null);
	const request = useMemo(
		() => (folder === null ? null : wholeRequest(choice, folder, target)),
		[choice, folder, target],
	);
	const { run, start, cancel, reset } = useJob(host);

	const ask = useCallback(async () => {
		if (folder === null) return ok(null);
		setUnsaved(!(await saveAll()));
		if (place !== null) return host.targets.plan({ name: place, scope: choice.scope });
		return host.export.plan({ ...requestOf(choice), folder });
	}, [host, choice, place, folder, saveAll]);
	const { value: plan, failure, loading, reload } = useAnswer(ask);
	// A plan of another choice is not shown while the new one is made.
	const [settled, setSettled] = useState<typeof ask | null>(null);
	useEffect(() => {
		if (!loading) setSettled(() => ask);
	}, [loading, ask]);
	const shown = settled === ask ? plan : null;

	if (run.kind === 'running') return <ExportProgress run={run} onCancel={() => void cancel()} />;
	if (run.kind === 'finished')
		return (
			<Dialog
				title={
					run.report.written > 0 ? `${countStories(run.report.written, locale)} exported` : 'Nothing had to be written'
				}
				intro={`To ${run.report.folder}`}
				size="wide"
				onClose={onClose}
				foot={
					<>
						{props.canReveal ? (
							<Button kind="bordered" onPress={() => void host.dialogs.revealFolder({ path: run.report.folder })}>
								Show the folder
							</Button>
						) : null}
						<DialogSpace />
						<Button kind="primary" onPress={onClose} autoFocus>
							Done
						</Button>
					</>
				}
			>
				<ExportResult report={run.report} onGoTo={(one, problem) => props.onGoTo(one.id, problem.where)} />
			</Dialog>
		);
	if (run.kind === 'failed' || run.kind === 'cancelled')
		return (
			<Dialog
				title={run.kind === 'failed' ? 'The export did not work' : 'The export was cancelled'}
				intro="What was exported before is as it was."
				onClose={onClose}
				foot={
					<>
						<DialogSpace />
						<Button onPress={onClose}>Close</Button>
						<Button
							kind="bordered"
							icon={RotateCcw}
							onPress={() => {
								reset();
								reload();
							}}
						>
							Back to the plan
						</Button>
					</>
				}
			>
				{run.kind === 'failed' ? (
					<p className="export-failure" role="alert">
						{run.failure.message}
					</p>
				) : undefined}
			</Dialog>
		);

	const written = shown === null ? 0 : writtenCount(shown);
	const possible =
		shown !== null &&
		(written > 0 || shown.removed.length > 0 || shown.stories.some((one) => one.outcome === 'unchanged'));
	const reason =
		folder === null
			? 'Choose a folder first.'
			: failure !== null
				? failure.message
				: shown === null
					? 'The plan is being made.'
					: possible
						? undefined
						: scope.kind === 'one'
							? 'This story cannot be exported yet; the reasons stand beside it.'
							: 'No story can be exported yet.';
	const scopes: readonly { readonly scope: ExportScope; readonly label: string }[] = [
		...(story === null ? [] : [{ scope: { kind: 'one' as const, id: story }, label: 'This story' }]),
		...(props.scope.kind === 'some' ? [{ scope: props.scope, label: 'Selected stories' }] : []),
		{ scope: { kind: 'all' }, label: 'All published' },
	];
	return (
		<Dialog
			title="Export"
			size="wide"
			intro={
				folder === null || asking
					? 'Files that any site can render. Choose where they go.'
					: shown === null
						? 'Galley looks at what would change…'
						: planSummary(shown, locale)
			}
			onClose={onClose}
			foot={
				<>
					{folder === null || asking ? null : target === null ? (
						<ExportFolder folder={folder} onChange={() => setAsking(true)} />
					) : (
						<Button kind="bordered" onPress={() => props.onLog(target.name)}>
							Log of {target.name}
						</Button>
					)}
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					{folder === null || asking ? null : (
						<Button
							kind="primary"
							disabledReason={reason}
							onPress={() =>
								void start(() =>
									target === null
										? host.export.start({ ...requestOf(choice), folder })
										: host.targets.write({ name: target.name, scope }),
								)
							}
						>
							{written > 0 ? `Export ${countStories(written, locale)}` : 'Export'}
							{target === null ? '' : ` to ${target.name}`}
						</Button>
					)}
				</>
			}
		>
			<ExportPlaces place={place} targets={targets} onChange={setPlace} />
			<ExportChoices
				choice={choice}
				scopes={scopes}
				formats={formats ?? []}
				isTarget={target !== null}
				onChange={setChoice}
			/>
			{target === null ? null : <TargetNote target={target} formats={formats ?? []} />}
			{folder === null || asking ? (
				<FolderQuestion
					folder={folder}
					canPick={props.canPick}
					onCancel={folder === null ? null : () => setAsking(false)}
					onFolder={(path) => {
						props.onFolder(path);
						setAsking(false);
					}}
				/>
			) : null}
			{unsaved ? (
				<p className="export-failure" role="alert">
					A story is not saved yet. The export takes what is in its file.
				</p>
			) : null}
			{failure === null || asking ? null : (
				<p className="export-failure" role="alert">
					{failure.message}
				</p>
			)}
			{shown === null || asking || failure !== null ? null : (
				<>
					{shown.removed.length === 0 ? null : (
						<p className="export-note">
							{countStories(shown.removed.length, locale)} that an earlier export wrote{' '}
							{shown.removed.length === 1 ? 'is' : 'are'} removed.
						</p>
					)}
					<EditedNote files={shown.edited} />
					{shown.damaged === 0 ? null : (
						<p className="export-note">
							{shown.damaged === 1 ? 'One damaged file is' : `${shown.damaged} damaged files are`} passed over.
						</p>
					)}
					{shown.stories.length + shown.removed.length + shown.unreplaced.length === 0 ? null : (
						<PlanTable
							stories={shown.stories}
							removed={shown.removed}
							unreplaced={shown.unreplaced}
							onGoTo={(one, problem) => props.onGoTo(one.id, problem.where)}
							onJson={request?.format === usualFormat ? setCompared : undefined}
						/>
					)}
				</>
			)}
			{compared === null || request === null ? null : (
				<JsonDialog story={compared} request={request} onClose={() => setCompared(null)} />
			)}
		</Dialog>
	);
}
