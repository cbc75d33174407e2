import { useCallback, useEffect, useRef, useState } from 'react';
import { closeRequestedCommand } from '#shared/contract/names.ts';
import type { HostCapabilities, NewsroomState } from '#shared/contract/newsroom.ts';
import type { Failure, Result } from '#shared/failure.ts';
import { openNewsroom } from '../commands/open-newsroom.ts';
import { restoreBackup } from '../commands/restore-backup.ts';
import { openBrowserNotes } from '../desk/browser-notes.ts';
import { NewsroomProvider, type OpenNewsroom } from '../desk/newsroom-context.tsx';
import { openSession } from '../desk/open-session.ts';
import { RestoreDialog } from '../features/backup/restore-dialog.tsx';
import { Welcome } from '../features/welcome/welcome.tsx';
import { useHost } from '../host/host-context.tsx';
import { Button } from '../ui/button.tsx';
import { showToast, Toasts } from '../ui/toast.tsx';
import './plain-screen.css';
import { Desk } from './desk.tsx';
import { useTheme } from './use-theme.ts';
import { WorkspaceContext } from './use-workspace.ts';
import { Workspace } from './workspace.ts';

/** What the whole app works with. */
interface Loaded {
	readonly state: NewsroomState;
	readonly capabilities: HostCapabilities;
	/** The desk of the newsroom that is open; null while none is. */
	readonly workspace: Workspace | null;
}

/** The app: asks what is open, and shows its desk or the welcome screen. */
export function App() {
	const host = useHost();
	const [loaded, setLoaded] = useState<Loaded | null>(null);
	const [failure, setFailure] = useState<Failure | null>(null);
	const workspace = useRef<Workspace | null>(null);

	const show = useCallback(async () => {
		const [current, info, preferences] = await Promise.all([
			host.newsroom.current({}),
			host.app.info({}),
			host.preferences.get({}),
		]);
		if (!current.ok) return setFailure(current.failure);
		if (!info.ok) return setFailure(info.failure);
		if (!preferences.ok) return setFailure(preferences.failure);
		const state = current.value;
		const path = state.kind === 'open' ? state.path : null;
		if (workspace.current !== null && workspace.current.newsroomPath !== path) {
			workspace.current.destroy();
			workspace.current = null;
		}
		if (workspace.current === null && path !== null) {
			workspace.current = new Workspace(host, path, preferences.value, openSession, openBrowserNotes(path));
		}
		setFailure(null);
		setLoaded({ state, capabilities: info.value.capabilities, workspace: workspace.current });
	}, [host]);

	useEffect(() => {
		void show();
		return host.subscribe('newsroom.changed', () => void show());
	}, [host, show]);

	useEffect(
		() =>
			host.subscribeMenu(async (id) => {
				if (id !== closeRequestedCommand || workspace.current === null) return;
				if (!(await workspace.current.flushAll())) throw new Error('A story is not saved yet');
			}),
		[host],
	);
	useEffect(() => {
		const onBeforeUnload = (event: BeforeUnloadEvent) => {
			if (!workspace.current?.hasUnsaved()) return;
			void workspace.current.flushAll();
			event.preventDefault();
		};
		window.addEventListener('beforeunload', onBeforeUnload);
		return () => window.removeEventListener('beforeunload', onBeforeUnload);
	}, []);

	/** Saves what is open, then opens another newsroom; answers why it did not. */
	const enter = useCallback(
		async (open: () => Promise<Result<NewsroomState>>): Promise<Failure | null> => {
			if (workspace.current !== null && !(await workspace.current.flushAll()))
				return { code: 'disk', message: 'A story is not saved yet, so this newsroom stays open.' };
			const result = await open();
			if (!result.ok) return result.failure;
			if (result.value.kind === 'none')
				return { code: 'newsroom-unusable', message: result.value.problem ?? 'The newsroom did not open.' };
			await show();
			return null;
		},
		[show],
	);
	const onOpen = useCallback((path: string) => enter(() => host.newsroom.open({ path })), [enter, host]);
	const onCreate = useCallback(
		(path: string, name: string) => enter(() => host.newsroom.create({ path, name })),
		[enter, host],
	);

	if (failure !== null && loaded === null) return <NoAnswer failure={failure} onAgain={() => void show()} />;
	if (loaded === null) return <div className="plain-screen" aria-busy="true" />;
	const { state, capabilities } = loaded;
	return (
		<>
			{state.kind === 'none' || loaded.workspace === null ? (
				<NoNewsroom state={state} capabilities={capabilities} onOpen={onOpen} onCreate={onCreate} />
			) : (
				<OpenDesk key={state.path} state={state} workspace={loaded.workspace}>
					<Desk capabilities={capabilities} onOpenNewsroom={onOpen} onCreateNewsroom={onCreate} />
				</OpenDesk>
			)}
			<Toasts />
		</>
	);
}

function OpenDesk({
	state,
	workspace,
	children,
}: {
	state: OpenNewsroom;
	workspace: Workspace;
	children: React.ReactNode;
}) {
	return (
		<NewsroomProvider state={state}>
			<WorkspaceContext value={workspace}>{children}</WorkspaceContext>
		</NewsroomProvider>
	);
}

function NoNewsroom({
	state,
	capabilities,
	onOpen,
	onCreate,
}: {
	state: NewsroomState;
	capabilities: HostCapabilities;
	onOpen: (path: string) => Promise<Failure | null>;
	onCreate: (path: string, name: string) => Promise<Failure | null>;
}) {
	const host = useHost();
	const [restoring, setRestoring] = useState(false);
	const endRestoring = useCallback(() => setRestoring(false), []);
	useTheme('system');
	useEffect(() => {
		document.title = 'Galley';
	}, []);
	// With no desk there are two commands of the menu left that make sense.
	useEffect(
		() =>
			host.subscribeMenu(async (id) => {
				if (id === restoreBackup.id) setRestoring(true);
				if (id !== openNewsroom.id || !capabilities.pickFolder) return;
				const picked = await host.dialogs.pickFolder({ title: 'Open a newsroom' });
				const failure = !picked.ok ? picked.failure : picked.value === null ? null : await onOpen(picked.value.path);
				if (failure !== null) showToast(failure.message);
			}),
		[host, capabilities.pickFolder, onOpen],
	);
	return (
		<>
			<Welcome
				problem={state.kind === 'none' ? state.problem : null}
				recent={state.recent}
				canPick={capabilities.pickFolder}
				onOpen={onOpen}
				onCreate={onCreate}
				onRestoreBackup={() => setRestoring(true)}
			/>
			{restoring ? <RestoreDialog capabilities={capabilities} onOpen={onOpen} onClose={endRestoring} /> : null}
		</>
	);
}

function NoAnswer({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
	useTheme('system');
	return (
		<main className="plain-screen">
			<div className="plain-screen-text">
				<h1>Galley does not answer</h1>
				<p role="alert">{failure.message}</p>
				<Button kind="primary" onPress={onAgain}>
					Try again
				</Button>
			</div>
		</main>
	);
}
