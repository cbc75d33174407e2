import { useEffect, useRef, useState } from 'react';
import type { StorySession } from '../../session/story-session.ts';
import { forwardShortcuts } from './forward-shortcuts.ts';
import { PageFrame } from './page-frame.tsx';
import type { PageSheet } from './page-sheet.ts';
import { pageSize } from './page-size.ts';
import './preview.css';
import { usePageParts } from './use-page-parts.ts';
import { useSize } from './use-size.ts';

/** The story's page as readers will see it, to be read through once before they get it; nothing on it leads anywhere. */
export function StillPage({ session }: { session: StorySession }) {
	const frame = useRef<HTMLIFrameElement>(null);
	const [sheet, setSheet] = useState<PageSheet | null>(null);
	const [space, pane] = useSize();
	const size = pageSize('desktop', pane);
	const parts = usePageParts(session);
	useEffect(() => sheet?.show(parts), [sheet, parts]);
	useEffect(() => {
		const page = sheet === null ? null : frame.current?.contentDocument;
		if (!page) return;
		const refuse = (event: Event) => event.preventDefault();
		for (const kind of ['click', 'auxclick', 'submit']) page.addEventListener(kind, refuse);
		const endShortcuts = forwardShortcuts(page, window);
		return () => {
			for (const kind of ['click', 'auxclick', 'submit']) page.removeEventListener(kind, refuse);
			endShortcuts();
		};
	}, [sheet]);
	return (
		<div ref={space} className="still-page">
			<PageFrame frame={frame} title="The page that readers will get" size={size} onSheet={setSheet} />
		</div>
	);
}
