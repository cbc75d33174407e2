import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { articleFields } from '#shared/document/fields.ts';
import { registerField } from '../../session/focus-field.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useField, useReadOnly } from '../../session/use-story.ts';
import { TextField } from '../../ui/controls/text-field.tsx';
import { Tabs } from '../../ui/display/tabs.tsx';
import { useStillWhilePressed } from '../../ui/use-still-while-pressed.ts';
import { fieldMark, focusInside, openInside } from './field-focus.ts';
import { type Fold, inspectorFields, useFolds } from './folds.ts';
import './inspector.css';
import { useToldProblems } from '../../session/told-problems.ts';
import { ChecksTab } from './checks/checks-tab.tsx';
import { ProblemList } from './checks/problem-list.tsx';
import { StatusSection } from './status-section.tsx';
import { StoryTab } from './story-tab.tsx';

/** How many problems stand above the fields before the rest is left to the Checks tab. */
const firstProblems = 3;

/** Everything about a story but its text: its fields, its problems, its notes. */
export const Inspector = memo(function Inspector({
	session,
	onShowCorrections,
	onAdjustChecks,
}: {
	session: StorySession;
	/** Shows the corrections of all stories; keep it stable. */
	onShowCorrections: () => void;
	/** Opens the settings of the checks; keep it stable. */
	onAdjustChecks: () => void;
}) {
	const pane = useRef<HTMLElement>(null);
	const [tab, setTab] = useState('story');
	const [unfolded, onFold] = useFolds(session);
	// What was typed just before a press on a field can solve a problem above it.
	const problems = useStillWhilePressed(useToldProblems(session), pane);
	const errors = problems.filter(({ severity, isQuiet }) => severity === 'error' && !isQuiet).length;
	const isReadOnly = useReadOnly(session) !== null;

	useEffect(() => {
		const show = (name: string, tab: string, fold: Fold | null, opens: boolean, index?: number) => {
			// The field must be on the screen before the keyboard can go there.
			flushSync(() => {
				setTab(tab);
				if (fold !== null) onFold(fold, true);
			});
			focusInside(pane, name, index);
			if (opens) openInside(pane, name);
		};
		const ends = inspectorFields.map(({ name, tab, fold }) =>
			registerField(name, session, (where, opens) =>
				show(name, tab, fold, opens, where.field === 'related' ? where.index : undefined),
			),
		);
		return () => {
			for (const end of ends) end();
		};
	}, [session, onFold]);

	return (
		<section
			ref={pane}
			className="inspector"
			aria-label="Inspector"
			onKeyDownCapture={(event) => undoInStory(event, session)}
		>
			<Tabs
				label="Inspector"
				selected={tab}
				onSelect={setTab}
				entries={[
					{
						id: 'story',
						label: 'Story',
						content: (
							<div className="inspector-pane">
								<StatusSection session={session}>
									<ProblemList session={session} problems={problems.slice(0, firstProblems)} />
									{problems.length > firstProblems ? (
										<AriaButton className="inspector-more" onPress={() => setTab('checks')}>
											{problems.length - firstProblems === 1
												? 'Show 1 more'
												: `Show ${problems.length - firstProblems} more`}
										</AriaButton>
									) : null}
								</StatusSection>
								<fieldset className="inspector-story" disabled={isReadOnly}>
									<StoryTab
										session={session}
										unfolded={unfolded}
										onFold={onFold}
										onShowCorrections={onShowCorrections}
									/>
								</fieldset>
							</div>
						),
					},
					{
						id: 'checks',
						label: 'Checks',
						badge: errors,
						content: <ChecksTab session={session} problems={problems} onAdjust={onAdjustChecks} />,
					},
					{
						id: 'notes',
						label: articleFields.notes.label,
						content: <NotesTab session={session} isReadOnly={isReadOnly} />,
					},
				]}
			/>
		</section>
	);
});

function NotesTab({ session, isReadOnly }: { session: StorySession; isReadOnly: boolean }) {
	const notes = useField(session, 'notes');
	return (
		<div className="inspector-pane inspector-notes" {...fieldMark('notes')}>
			<TextField
				label={articleFields.notes.label}
				labelHidden
				rows={16}
				value={notes}
				isReadOnly={isReadOnly}
				note="Never exported."
				placeholder="For the desk only: sources, calls to make, what is still open."
				onChange={(text) => session.setField('notes', text)}
			/>
		</div>
	);
}

/** There is one history for the whole story, so its keys work here as they do in the text. */
function undoInStory(event: KeyboardEvent<HTMLElement>, session: StorySession) {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
	// What opens over the inspector, such as a search, keeps its own undo.
	if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
	const key = event.key.toLowerCase();
	const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey);
	if (!isRedo && key !== 'z') return;
	event.preventDefault();
	event.stopPropagation();
	if (isRedo) session.editor.commands.redo();
	else session.editor.commands.undo();
}
