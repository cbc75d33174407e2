import { createContext, useContext } from 'react';
import { useStore } from '../../session/basics/store.ts';
import type { Workspace } from './workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The desk of the open newsroom. */
export function useWorkspace(): Workspace {
	const workspace = useContext(WorkspaceContext);
	if (workspace === null) throw new Error('useWorkspace is used outside of the workspace');
	return workspace;
}

/** What the shell shows now; the component draws again when it changes. */
export function useWorkspaceState(): WorkspaceState {
	return useStore(useWorkspace());
}
