import { formatFullDate } from '#shared/text/format-date.ts';
import { focusField } from '../../session/focus-field.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { Chip } from '../../ui/controls/chip.tsx';

/** The line above the headline: the story's categories and the date that readers will see. */
export function HeaderLine({ session }: { session: StorySession }) {
	const { state, categoryLabel } = useNewsroom();
	const categories = useField(session, 'categories');
	const dates = useField(session, 'dates');
	const { locale, timeZone } = state.newsroom;
	const shown = dates.published ?? dates.scheduled ?? dates.updated;
	return (
		<div className="story-header">
			<button
				type="button"
				className="story-categories"
				aria-label="Categories of the story"
				onClick={() => focusField(session, { field: 'categories' })}
			>
				{categories.length === 0 ? <Chip>No category</Chip> : null}
				{categories.map((slug, index) => (
					<Chip key={slug} tone={index === 0 ? 'accent' : 'plain'}>
						{categoryLabel(slug)}
					</Chip>
				))}
			</button>
			<button
				type="button"
				className="story-date"
				aria-label="Date of the story"
				onClick={() => focusField(session, { field: 'dates' })}
			>
				{formatFullDate(new Date(shown), { locale, timeZone })}
			</button>
		</div>
	);
}
