import { partLabel } from '#shared/document/fields.ts';
import type { Seo } from '#shared/model/article.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { DraftField } from '../draft-field.tsx';
import { fieldMark } from '../field-focus.ts';
import { webAddressProblem } from './address-problem.ts';

/** About as much as result pages show of a title and of a description. */
const shown = { title: 60, description: 160 };

/** What search engines are told about the story. */
export function SeoFields({ session }: { session: StorySession }) {
	const seo = useField(session, 'seo');
	const change = (part: Partial<Seo>) => session.setField('seo', { ...seo, ...part });
	return (
		<div className="inspector-fields" {...fieldMark('seo')}>
			<TextField
				label={partLabel('seo.title')}
				placeholder="The headline"
				value={seo.title}
				note={countNote(seo.title, shown.title)}
				onChange={(title) => change({ title })}
			/>
			<TextField
				label={partLabel('seo.description')}
				placeholder="The standfirst"
				rows={3}
				value={seo.description}
				note={countNote(seo.description, shown.description)}
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
	const count = [...new Intl.Segmenter().segment(text)].length;
	return count > limit ? `${count} of ${limit} characters; the end may be cut off.` : `${count} of ${limit} characters`;
}
