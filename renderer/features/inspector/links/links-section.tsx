import { useRef } from 'react';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField, useReadOnly } from '../../../session/use-story.ts';
import { useStillWhilePressed } from '../../../ui/use-still-while-pressed.ts';
import { NextReadSection } from './next-read-section.tsx';
import { RelatedSection } from './related-section.tsx';
import { useSuggested } from './suggested/use-suggested.ts';

/** So many related posts are offered at a time. */
const mostOffered = 3;

/** The related posts and the next read, with stories that are offered for each. */
export function LinksSection({ session }: { session: StorySession }) {
	const part = useRef<HTMLDivElement>(null);
	const suggested = useStillWhilePressed(useSuggested(session, part), part);
	const isReadOnly = useReadOnly(session) !== null;
	const count = useField(session, 'related').length;
	const limit = useNewsroom().state.newsroom.limits.related;
	const forRelated = isReadOnly || count >= limit ? [] : suggested.slice(0, mostOffered);
	// The best that is not offered above, where there is another.
	const next = isReadOnly ? undefined : (suggested[forRelated.length] ?? suggested.at(-1));
	return (
		<div ref={part}>
			<RelatedSection session={session} suggested={forRelated} />
			<NextReadSection session={session} suggested={next} />
		</div>
	);
}
