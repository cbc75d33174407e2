import { useCallback } from 'react';
import type { HostCapabilities } from '#shared/contract/newsroom.ts';
import type { Failure } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { AskLinked } from '../features/articles/ask-linked.tsx';
import { LastChanges, LastChangesDialog } from '../features/articles/bulk/last-changes.tsx';
import type { BulkChange } from '../features/articles/bulk/use-bulk-change.ts';
import { storyName } from '../features/articles/list/story-name.ts';
import { ReplaceDialog } from '../features/articles/replace/replace-dialog.tsx';
import { BackupDialog } from '../features/backup/backup-dialog.tsx';
import { RestoreDialog } from '../features/backup/restore-dialog.tsx';
import { CorrectionsDialog } from '../features/corrections/corrections-dialog.tsx';
import { OpenDocumentDialog } from '../features/documents/open-document-dialog.tsx';
import { ExportDialog } from '../features/export/export-dialog.tsx';
import { Comparison } from '../features/history/comparison.tsx';
import { copyBlock } from '../features/history/copy-block.ts';
import { refuseReplacement } from '../features/inspector/links/link-rules.ts';
import { OneLink } from '../features/inspector/links/one-link.tsx';
import { StillPage } from '../features/preview/still-page.tsx';
import { PublishDialog } from '../features/publish/publish-dialog.tsx';
import { PublishMany } from '../features/publish/publish-many.tsx';
import { WithdrawDialog } from '../features/publish/withdraw/withdraw-dialog.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { ShortcutsSheet } from '../features/shortcuts/shortcuts-sheet.tsx';
import { LogDialog } from '../features/targets/log-dialog.tsx';
import { NewNewsroomForm, OpenNewsroomForm } from '../features/welcome/newsroom-forms.tsx';
import { useNewsroom } from '../session/newsroom-context.tsx';
import { writtenTargets } from '../session/use-targets.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { showToast } from '../ui/overlays/toast.tsx';
import { isMac } from '../ui/platform.ts';
import { PaletteWindow, type PaletteWindowProps } from './palette/palette-window.tsx';
import { shortcutGroups } from './palette/shortcut-groups.ts';
import { useWorkspace, useWorkspaceState } from './workspace/use-workspace.ts';

/** The window over the desk, when one is open. */
export function Dialogs({
	capabilities,
	onOpenNewsroom,
	onCreateNewsroom,
	onGoTo,
	onList,
	bulk,
}: {
	capabilities: HostCapabilities;
	onOpenNewsroom: (path: string) => Promise<Failure | null>;
	onCreateNewsroom: (path: string, name: string) => Promise<Failure | null>;
	onGoTo: (id: ArticleId, where: FieldRef, opens?: boolean) => Promise<void>;
	/** Goes to the list of stories, which then shows this. */
	onList: PaletteWindowProps['onList'];
	bulk: BulkChange;
}) {
	const workspace = useWorkspace();
	const { dialog, active, preferences } = useWorkspaceState();
	const close = useCallback(() => workspace.change({ dialog: null }), [workspace]);
	const saveAll = useCallback(() => workspace.flushAll(), [workspace]);
	const saveFiles = useCallback(() => workspace.saveFiles(), [workspace]);
	const places = writtenTargets(useNewsroom().state.newsroom.targets);
	const cancel = <Button onPress={close}>Cancel</Button>;
	switch (dialog?.kind) {
		case undefined:
		// It stands at the number of words.
		case 'outline':
			return null;
		case 'export':
			return (
				<ExportDialog
					scope={dialog.scope}
					story={active}
					folder={preferences.exportFolders[workspace.newsroomPath] ?? null}
					canPick={capabilities.pickFolder}
					canReveal={capabilities.revealFolder}
					saveAll={saveAll}
					onLog={(target) => workspace.change({ dialog: { kind: 'log', target } })}
					onFolder={(folder) =>
						void workspace.prefer({ exportFolders: { ...preferences.exportFolders, [workspace.newsroomPath]: folder } })
					}
					onGoTo={(id, where) => void onGoTo(id, where)}
					onClose={close}
				/>
			);
		case 'publish': {
			const session = workspace.session(dialog.id);
			if (session === null) return null;
			return (
				<PublishDialog
					session={session}
					page={<StillPage session={session} />}
					comparison={(live, readOnly) => (
						<Comparison session={session} past={live} readOnly={readOnly} onCopy={(block) => copyBlock(live, block)} />
					)}
					onGoTo={(where, opens) => void onGoTo(session.id, where, opens)}
					onOpen={(id, where) => void onGoTo(id, where)}
					onClose={close}
					onPublished={() => {
						// The target that gets it now says so itself.
						if (places !== null) return;
						showToast('Published. Readers get it with the next export.', {
							label: 'Export',
							run: () => workspace.change({ dialog: { kind: 'export', scope: { kind: 'one', id: session.id } } }),
						});
					}}
				/>
			);
		}
		case 'publish-many': {
			const { selection, first } = dialog;
			return (
				<PublishMany
					selection={selection}
					first={first}
					saveAll={saveFiles}
					onOpen={(id) => {
						close();
						void workspace.openStory(id);
					}}
					onPublish={() => {
						close();
						bulk.start(selection, first ? { kind: 'status', status: 'published' } : { kind: 'publish' });
					}}
					onClose={close}
				/>
			);
		}
		case 'replace': {
			const { selection } = dialog;
			return (
				<ReplaceDialog
					selection={selection}
					saveAll={saveFiles}
					onOpen={(id) => {
						close();
						void workspace.openStory(id);
					}}
					onReplace={(replacement) => {
						close();
						bulk.start(selection, { kind: 'replace', ...replacement });
					}}
					onClose={close}
				/>
			);
		}
		case 'withdraw': {
			const session = workspace.session(dialog.id);
			if (session === null) return null;
			return (
				<WithdrawDialog
					session={session}
					chooseReplacement={(link, onChange) => (
						<OneLink
							self={session.id}
							link={link}
							choose="Choose a story or page"
							clear="Clear"
							placement="bottom start"
							refuse={(chosen) => refuseReplacement(chosen, session.id)}
							onChange={onChange}
						/>
					)}
					onClose={close}
					onWithdrawn={() => {
						// The target that loses it says so itself.
						if (places !== null) return;
						showToast('Withdrawn. The next export takes it off the site.', {
							label: 'Export',
							run: () => workspace.change({ dialog: { kind: 'export', scope: { kind: 'all' } } }),
						});
					}}
				/>
			);
		}
		case 'trash':
			return (
				<AskLinked
					title={`Move ${storyName(dialog)} to the trash?`}
					note=""
					action="Move to the trash"
					isMany={false}
					links={dialog.links}
					onOpen={(id) => {
						close();
						void workspace.openStory(id);
					}}
					onAction={() => {
						close();
						void workspace.trashAnyway(dialog.id, dialog.headline);
					}}
					onClose={close}
				/>
			);
		case 'settings':
			return (
				<SettingsDialog
					page={dialog.page}
					canPick={capabilities.pickFolder}
					references={{
						run: bulk.work === null ? null : bulk.run,
						change: bulk.changeReference,
						cancel: bulk.cancel,
					}}
					lastChanges={(shows, disabledReason) => (
						<LastChanges bulk={bulk} shows={shows} disabledReason={disabledReason} />
					)}
					you={{
						person: preferences.you[workspace.newsroomPath] ?? null,
						name: preferences.author,
						writing: writingOf(preferences),
					}}
					onYou={({ person, name, writing }) => {
						const { [workspace.newsroomPath]: _, ...others } = preferences.you;
						const you = person === null ? others : { ...others, [workspace.newsroomPath]: person };
						void workspace.prefer({ author: name, you, ...writing });
					}}
					onClose={close}
				/>
			);
		case 'last-changes':
			return <LastChangesDialog bulk={bulk} onClose={close} />;
		case 'corrections':
			return <CorrectionsDialog saveAll={saveFiles} onGoTo={(id, where) => void onGoTo(id, where)} onClose={close} />;
		case 'open-document':
			return <OpenDocumentDialog onFiles={(files) => workspace.openDocuments(files)} onClose={close} />;
		case 'log':
			return <LogDialog target={dialog.target} onClose={close} />;
		case 'palette':
			return <PaletteWindow onList={onList} />;
		case 'shortcuts':
			return <ShortcutsSheet groups={shortcutGroups(isMac)} onClose={close} />;
		case 'open-newsroom':
			return (
				<Dialog title="Open a newsroom" onClose={close}>
					<OpenNewsroomForm canPick={capabilities.pickFolder} autoFocus cancel={cancel} onOpen={onOpenNewsroom} />
				</Dialog>
			);
		case 'backup':
			return (
				<BackupDialog
					canPick={capabilities.saveFile}
					canReveal={capabilities.revealFolder}
					saveAll={saveAll}
					onClose={close}
				/>
			);
		case 'restore-backup':
			return <RestoreDialog capabilities={capabilities} onOpen={onOpenNewsroom} onClose={close} />;
		case 'new-newsroom':
			return (
				<Dialog title="New newsroom" onClose={close}>
					<NewNewsroomForm canPick={capabilities.pickFolder} autoFocus cancel={cancel} onCreate={onCreateNewsroom} />
				</Dialog>
			);
	}
}

function writingOf({ spelling, houseStyle, typography }: Preferences) {
	return { spelling, houseStyle, typography };
}
