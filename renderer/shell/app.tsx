import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { closeRequestedCommand } from '#shared/contract/names.ts';
import type { HostCapabilities, NewsroomState } from '#shared/contract/newsroom.ts';
import type { Failure, Result } from '#shared/failure.ts';
import { openNewsroom } from '../commands/newsroom/open-newsroom.ts';
import { restoreBackup } from '../commands/newsroom/restore-backup.ts';
import { onShortcut } from '../commands/on-shortcut.ts';
import { RestoreDialog } from '../features/backup/restore-dialog.tsx';
import { Welcome } from '../features/welcome/welcome.tsx';
import { HostProvider, useHost } from '../host/host-context.tsx';
import { NewsroomProvider, type OpenNewsroom } from '../session/newsroom-context.tsx';
import { openBrowserNotes } from '../session/saving/browser-notes.ts';
import { Button } from '../ui/controls/button.tsx';
import { showToast, Toasts } from '../ui/overlays/toast.tsx';
import './plain-screen.css';
import { Desk } from './desk.tsx';
import { DeskNotice, type Replaced } from './desk-notice.tsx';
import { loadEditor } from './load-story-screen.tsx';
import { useTheme } from './use-theme.ts';
import { WorkspaceContext } from './workspace/use-workspace.ts';
import { Workspace } from './workspace/workspace.ts';

/** What the whole app works with. */
interface Loaded {
	readonly state: NewsroomState;
	readonly capabilities: HostCapabilities;
	/** The desk of the newsroom that is open; null while none is. */
	readonly workspace: Workspace | null;
	/** Set when another newsroom was opened elsewhere and this desk stays, as something on it is not saved. */
	readonly replaced: Replaced | null;
}

/** The newsroom on this desk, with all that was opened in it. */
interface OnDesk {
	readonly state: OpenNewsroom;
	readonly workspace: Workspace;
}

/** The app: asks what is open, and shows its desk or the welcome screen. */
export function App() {
	const host = useHost();
	const [loaded, setLoaded] = useState<Loaded | null>(null);
	const [failure, setFailure] = useState<Failure | null>(null);
	const [held, setHeld] = useState(false);
	const onDesk = useRef<OnDesk | null>(null);

	const showNow = useCallback(async () => {
		const [current, info, preferences] = await Promise.all([
			host.newsroom.current({}),
			host.app.info({}),
			host.preferences.get({}),
		]);
		if (!current.ok) return setFailure(current.failure);
		if (!info.ok) return setFailure(info.failure);
		if (!preferences.ok) return setFailure(preferences.failure);
		const state = current.value;
		const opened = state.kind === 'open' ? state : null;
		const { capabilities } = info.value;
		setFailure(null);
		const before = onDesk.current;
		if (before !== null && before.state.id !== opened?.id) {
			// Another window opened another newsroom; for some seconds, this one can still be saved to.
			const leave = holdDesk(setHeld);
			await before.workspace.flushAll();
			leave();
			if (before.workspace.hasUnsaved()) {
				setLoaded({ ...before, capabilities, replaced: { by: opened?.newsroom.name ?? null } });
				return;
			}
			before.workspace.destroy();
			onDesk.current = null;
		}
		if (opened === null) {
			setLoaded({ state, capabilities, workspace: null, replaced: null });
			return;
		}
		const workspace =
			onDesk.current?.workspace ??
			new Workspace(
				host.inNewsroom(opened.id),
				opened.path,
				preferences.value,
				loadEditor,
				openBrowserNotes(opened.path),
			);
		workspace.change({ readOnly: opened.readOnly });
		onDesk.current = { state: opened, workspace };
		setLoaded({ state, capabilities, workspace, replaced: null });
	}, [host]);

	const showing = useRef<Promise<void>>(Promise.resolve());
	// One after another, as one may wait for a save.
	const show = useCallback(() => {
		showing.current = showing.current.then(showNow);
		return showing.current;
	}, [showNow]);

	useEffect(() => {
		void show();
		return host.subscribe('newsroom.changed', () => void show());
	}, [host, show]);

	useEffect(
		() =>
			host.subscribeMenu(async (id) => {
				if (id !== closeRequestedCommand || onDesk.current === null) return;
				if (!(await onDesk.current.workspace.flushAll())) throw new Error('A story is not saved yet');
			}),
		[host],
	);
	useEffect(() => {
		const onBeforeUnload = (event: BeforeUnloadEvent) => {
			if (!onDesk.current?.workspace.hasUnsaved()) return;
			void onDesk.current.workspace.flushAll();
			event.preventDefault();
		};
		window.addEventListener('beforeunload', onBeforeUnload);
		return () => window.removeEventListener('beforeunload', onBeforeUnload);
	}, []);

	/** Saves what is open, then opens another newsroom; answers why it did not. */
	const enter = useCallback(
		async (open: () => Promise<Result<NewsroomState>>): Promise<Failure | null> => {
			if (onDesk.current !== null && !(await onDesk.current.workspace.flushAll()))
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

	/** Brings the newsroom of this desk back, in place of the one that was opened elsewhere, and saves what waits. */
	const openAgain = useCallback(async () => {
		const before = onDesk.current;
		if (before === null) return;
		const result = await host.newsroom.open({ path: before.state.path });
		if (!result.ok) showToast(result.failure.message);
		await show();
		await before.workspace.flushAll();
	}, [host, show]);
	const goOn = useCallback(async () => {
		await show();
		if (onDesk.current?.workspace.hasUnsaved())
			showToast('A story is not saved yet, so this newsroom stays. Close its story without saving to go on.');
	}, [show]);

	if (failure !== null && loaded === null) return <NoAnswer failure={failure} onAgain={() => void show()} />;
	if (loaded === null) return <div className="plain-screen" aria-busy="true" />;
	const { state, capabilities, workspace, replaced } = loaded;
	return (
		<>
			{state.kind === 'none' || workspace === null ? (
				<NoNewsroom state={state} capabilities={capabilities} onOpen={onOpen} onCreate={onCreate} />
			) : (
				<OpenDesk key={state.id} state={state} workspace={workspace}>
					<Desk
						capabilities={capabilities}
						held={held}
						notice={<DeskNotice replaced={replaced} onOpenAgain={openAgain} onGoOn={goOn} />}
						onOpenNewsroom={onOpen}
						onCreateNewsroom={onCreate}
					/>
				</OpenDesk>
			)}
			<Toasts />
		</>
	);
}

/** Takes no more input on the desk, so that saving it comes to an end; returns the function that lets it go. */
function holdDesk(setHeld: (held: boolean) => void): () => void {
	const focused = document.activeElement;
	flushSync(() => setHeld(true));
	return () => {
		flushSync(() => setHeld(false));
		if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
	};
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
		<HostProvider host={workspace.host}>
			<NewsroomProvider state={state}>
				<WorkspaceContext value={workspace}>{children}</WorkspaceContext>
			</NewsroomProvider>
		</HostProvider>
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
	useEffect(() => {
		const choose = async (id: string) => {
			if (id === restoreBackup.id) return setRestoring(true);
			if (id !== openNewsroom.id) return showToast('Open a newsroom first.');
			if (!capabilities.pickFolder) return;
			const picked = await host.dialogs.pickFolder({ title: openNewsroom.label });
			const failure = !picked.ok ? picked.failure : picked.value === null ? null : await onOpen(picked.value.path);
			if (failure !== null) showToast(failure.message);
		};
		const endKeys = onShortcut([openNewsroom], ({ id }) => void choose(id));
		const endMenu = host.subscribeMenu(async (id) => {
			if (id !== closeRequestedCommand) await choose(id);
		});
		return () => {
			endKeys();
			endMenu();
		};
	}, [host, capabilities.pickFolder, onOpen]);
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
