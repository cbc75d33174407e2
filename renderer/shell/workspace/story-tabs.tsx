import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Article } from '#shared/model/article.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useFromArticle, useSaveState } from '../../session/use-story.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWorkspace, useWorkspaceState } from './use-workspace.ts';
import './story-tabs.css';
import { storyTitle } from '../../ui/display/story-title.ts';

/** The panel that the tab in front controls. */
export const storyPanelId = 'story-panel';

/** One tab for each open story. Arrows move, Enter opens, Delete closes. */
export function StoryTabs() {
	const workspace = useWorkspace();
	const { sessions, active, passing } = useWorkspaceState();
	const list = useRef<HTMLDivElement>(null);
	const onKeyDown = (event: KeyboardEvent) => {
		const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
		const at = tabs.indexOf(event.target as HTMLElement);
		const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
		const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
		const back = rtl ? 'ArrowRight' : 'ArrowLeft';
		const id = sessions[at]?.id;
		if (event.key === forward || event.key === back) {
			const step = event.key === forward ? 1 : -1;
			tabs[(at + step + tabs.length) % tabs.length]?.focus();
		} else if (event.key === 'Home') tabs[0]?.focus();
		else if (event.key === 'End') tabs.at(-1)?.focus();
		else if (event.key === 'Delete' && id !== undefined) void workspace.closeStory(id);
		else return;
		event.preventDefault();
	};
	if (sessions.length === 0) return <div className="story-tabs" />;
	return (
		<div className="story-tabs" role="tablist" aria-label="Open stories" ref={list} onKeyDown={onKeyDown}>
			{sessions.map((session) => (
				<StoryTab key={session.id} session={session} active={session.id === active} passing={session.id === passing} />
			))}
		</div>
	);
}

const headlineOf = ({ headline }: Article) => headline;

function StoryTab({ session, active, passing }: { session: StorySession; active: boolean; passing: boolean }) {
	const workspace = useWorkspace();
	const tab = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (active) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}, [active]);
	const headline = useFromArticle(session, headlineOf);
	const { kind } = useSaveState(session);
	const title = storyTitle(headline);
	const bad = kind === 'failed' || kind === 'conflict' || kind === 'gone';
	const dirty = bad || kind === 'dirty' || kind === 'saving';
	const close = () => {
		void workspace.closeStory(session.id);
	};
	return (
		<button
			ref={tab}
			type="button"
			role="tab"
			className="story-tab"
			aria-selected={active}
			data-passing={passing ? '' : undefined}
			aria-controls={active ? storyPanelId : undefined}
			aria-keyshortcuts="Delete"
			aria-label={dirty ? `${title}, not saved yet` : title}
			tabIndex={active ? 0 : -1}
			title={title}
			onClick={() => (active ? workspace.change({ drawer: null }) : void workspace.lookAt(session.id))}
			onDoubleClick={() => void workspace.openStory(session.id)}
			onAuxClick={(event) => {
				if (event.button === 1) close();
			}}
		>
			{dirty ? <span className="story-tab-dot" data-bad={bad ? '' : undefined} /> : null}
			<span className="story-tab-title" dir="auto">
				{title}
			</span>
			{/* Not a button of its own: a tab may hold none. The keyboard closes with Delete. */}
			<span
				className="story-tab-close"
				aria-hidden="true"
				title="Close"
				onClick={(event) => {
					event.stopPropagation();
					close();
				}}
			>
				<Icon of={X} size={13} />
			</span>
		</button>
	);
}
