import { Monitor, Smartphone, Tablet, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import type { StorySession } from '../../session/story-session.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tip } from '../../ui/overlays/tooltip.tsx';
import { distanceToShow, editedBlock } from './follow-editor.ts';
import { forwardShortcuts } from './forward-shortcuts.ts';
import { isElement, readClick } from './page-clicks.ts';
import { PageFrame } from './page-frame.tsx';
import type { PageSheet } from './page-sheet.ts';
import { type PreviewWidth, pageSize } from './page-size.ts';
import './preview.css';
import { usePageParts } from './use-page-parts.ts';
import { usePreviewWidth } from './use-preview-width.ts';
import { useSize } from './use-size.ts';

const widths: readonly { id: PreviewWidth; label: string; icon: typeof Monitor }[] = [
	{ id: 'phone', label: 'Phone width', icon: Smartphone },
	{ id: 'tablet', label: 'Tablet width', icon: Tablet },
	{ id: 'desktop', label: 'Desktop width', icon: Monitor },
];

/** The story's page as readers will see it, beside the editor and live. */
export function Preview({
	session,
	onOpenStory,
	onGoTo,
	onClose,
	actions,
}: {
	session: StorySession;
	/** Opens a story that a link of the page leads to. */
	onOpenStory: (id: ArticleId) => void;
	/** Goes to the place in the editor where something of the page is written. */
	onGoTo: (where: FieldRef) => void;
	/** Goes back to the story, where the page lies over it. */
	onClose?: (() => void) | undefined;
	/** What stands at the end of the preview's bar. */
	actions?: ReactNode;
}) {
	const frame = useRef<HTMLIFrameElement>(null);
	const [sheet, setSheet] = useState<PageSheet | null>(null);
	const [width, setWidth] = usePreviewWidth();
	const [desk, pane] = useSize();
	const size = pageSize(width, pane);
	const parts = usePageParts(session);

	useEffect(() => {
		if (sheet === null) return;
		// When nothing else waits: typing goes before the preview.
		const work = requestIdleCallback(() => sheet.show(parts), { timeout: 300 });
		return () => cancelIdleCallback(work);
	}, [sheet, parts]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another story is read from its beginning
	useEffect(() => {
		frame.current?.contentWindow?.scrollTo(0, 0);
	}, [session.id]);

	const show = useCallback((element: Element | null) => {
		const view = frame.current?.contentWindow;
		if (!view || element === null) return;
		const { top, bottom } = element.getBoundingClientRect();
		const distance = distanceToShow({ top, bottom }, { height: view.innerHeight });
		const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		if (distance !== 0) view.scrollBy({ top: distance, behavior: calm ? 'auto' : 'smooth' });
	}, []);

	useEffect(() => {
		if (sheet === null) return;
		const { editor } = session;
		let work = 0;
		const follow = () => {
			cancelIdleCallback(work);
			work = requestIdleCallback(() => {
				const place = editor.isDestroyed ? null : editedBlock(editor);
				if (place !== null) show(place.kind === 'top' ? sheet.top : sheet.block(place.id));
			});
		};
		editor.on('selectionUpdate', follow);
		return () => {
			cancelIdleCallback(work);
			editor.off('selectionUpdate', follow);
		};
	}, [sheet, session, show]);

	useEffect(() => {
		const page = sheet === null ? null : frame.current?.contentDocument;
		if (!page) return;
		const onClick = (event: MouseEvent) => {
			if (!isElement(event.target)) return;
			if (event.target.closest('a, button, summary')) event.preventDefault();
			// Who marks text to copy it does not want to leave.
			if (page.getSelection()?.isCollapsed === false) return;
			const click = readClick(event.target);
			switch (click.kind) {
				case 'openStory':
					return onOpenStory(click.id);
				case 'goTo':
					return show(page.getElementById(click.anchor));
				case 'edit':
					return onGoTo(click.where);
				case 'nothing':
					return;
			}
		};
		const refuse = (event: Event) => event.preventDefault();
		page.addEventListener('click', onClick);
		page.addEventListener('auxclick', refuse);
		page.addEventListener('submit', refuse);
		const endShortcuts = forwardShortcuts(page, window);
		return () => {
			page.removeEventListener('click', onClick);
			page.removeEventListener('auxclick', refuse);
			page.removeEventListener('submit', refuse);
			endShortcuts();
		};
	}, [sheet, onOpenStory, onGoTo, show]);

	return (
		<section className="preview" aria-label="Preview">
			<header className="preview-bar">
				{onClose === undefined ? null : <IconButton icon={X} label="Close the preview" onPress={onClose} />}
				<ToggleButtonGroup
					aria-label="Width of the page"
					className="preview-widths"
					selectionMode="single"
					disallowEmptySelection
					selectedKeys={[width]}
					onSelectionChange={(chosen) => {
						const entry = widths.find(({ id }) => chosen.has(id));
						if (entry) setWidth(entry.id);
					}}
				>
					{widths.map(({ id, label, icon }) => (
						<Tip key={id} text={label}>
							<ToggleButton id={id} aria-label={label} className="preview-width">
								<Icon of={icon} />
							</ToggleButton>
						</Tip>
					))}
				</ToggleButtonGroup>
				{actions === undefined ? null : <div className="preview-actions">{actions}</div>}
			</header>
			<div className="preview-desk">
				<div ref={desk} className="preview-space">
					<PageFrame frame={frame} title="The page as readers will see it" size={size} onSheet={setSheet} />
				</div>
			</div>
		</section>
	);
}
