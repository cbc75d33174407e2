import { checksOf } from '#shared/document/checks/check-settings.ts';
import { partLabel } from '#shared/document/fields.ts';
import type { Seo } from '#shared/model/article.ts';
import { countCharacters } from '#shared/text/character-count.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { DraftField } from '../draft-field.tsx';
import { fieldMark } from '../field-focus.ts';
import { webAddressProblem } from './address-problem.ts';

/** What search engines are told about the story. */
export function SeoFields({ session }: { session: StorySession }) {
	const seo = useField(session, 'seo');
	const checks = checksOf(useNewsroom().state.newsroom);
	const change = (part: Partial<Seo>) => session.setField('seo', { ...seo, ...part });
	return (
		<div className="inspector-fields" {...fieldMark('seo')}>
			<TextField
				label={partLabel('seo.title')}
				placeholder="The headline"
				value={seo.title}
				note={countNote(seo.title, checks.limit('search-title-long'))}
				onChange={(title) => change({ title })}
			/>
			<TextField
				label={partLabel('seo.description')}
				placeholder="The standfirst"
				rows={3}
				value={seo.description}
				note={countNote(seo.description, checks.limit('search-description-long'))}
				onChange={(description) => change({ description: description.replace(/\n/g, ' ') })}
			/>
			<DraftField
				label={partLabel('seo.canonical')}
				placeholder="https://"
				value={seo.canonical}
				problemOf={webAddressProblem}
				note="Only when the story first appeared elsewhere."
				onChange={(canonical) => change({ canonical })}
			/>
		</div>
	);
}

function countNote(text: string, limit: number): string {
	const count = countCharacters(text);
	return count > limit ? `${count} of ${limit} characters; the end may be cut off.` : `${count} of ${limit} characters`;
}
