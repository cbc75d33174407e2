import { useEffect } from 'react';
import { articleFields, fieldNames } from '#shared/document/fields.ts';
import { focusField, registerField } from '../session/focus-field.ts';
import type { StorySession } from '../session/story-session.ts';
import { afterDrawing } from '../ui/after-drawing.ts';
import { useWorkspaceState } from './workspace/use-workspace.ts';
import type { Workspace } from './workspace/workspace.ts';

const inspectorFields = fieldNames.filter((name) => ['story', 'notes'].includes(articleFields[name].place.at));

/** While the inspector is folded away, going to one of its fields first brings it back. */
export function useInspectorFields(workspace: Workspace, session: StorySession | null, isFolded: boolean): void {
	const { drawer } = useWorkspaceState();
	const folded = session !== null && isFolded && drawer !== 'inspector';
	useEffect(() => {
		if (!folded || session === null) return;
		const ends = inspectorFields.map((field) =>
			registerField(field, session, (where, opens) => {
				workspace.change({ drawer: 'inspector' });
				afterDrawing(() => focusField(session, where, opens));
			}),
		);
		return () => {
			for (const end of ends) end();
		};
	}, [workspace, session, folded]);
}
