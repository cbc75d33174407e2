import { memo } from 'react';
import { articleFields } from '#shared/document/fields.ts';
import { languageName } from '#shared/text/language-name.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { BylineFields, DatelineFields } from './byline-section.tsx';
import { CategoriesSection } from './categories/categories-section.tsx';
import { TagsSection } from './categories/tags-section.tsx';
import type { Fold } from './folds.ts';
import { LeadPictureSection } from './lead-picture-section.tsx';
import { NextReadSection } from './links/next-read-section.tsx';
import { RelatedSection } from './links/related-section.tsx';
import { FoldedSection } from './section.tsx';
import { AddressField, LanguageField } from './settings/address-fields.tsx';
import { CorrectionFields } from './settings/correction-fields.tsx';
import { SeoFields } from './settings/seo-fields.tsx';
import { DatesSection, PageSection } from './settings/settings-section.tsx';

/** Every field of the story that is not its text. It renders nothing anew while the text is typed. */
export const StoryTab = memo(function StoryTab({
	session,
	unfolded,
	onFold,
	onShowCorrections,
}: {
	session: StorySession;
	unfolded: ReadonlySet<Fold>;
	onFold: (fold: Fold, expanded: boolean) => void;
	onShowCorrections: () => void;
}) {
	const fold = (name: Fold) => ({
		isExpanded: unfolded.has(name),
		onExpandedChange: (expanded: boolean) => onFold(name, expanded),
	});
	const byline = useField(session, 'byline');
	const dateline = useField(session, 'dateline');
	const slug = useField(session, 'slug');
	const language = useField(session, 'language');
	const seo = useField(session, 'seo');
	const corrections = useField(session, 'corrections').length;
	const people = byline.map((entry) => entry.name).filter(Boolean);
	return (
		<>
			<CategoriesSection session={session} />
			<RelatedSection session={session} />
			<NextReadSection session={session} />
			<PageSection session={session} />
			<DatesSection session={session} />
			<LeadPictureSection session={session} />
			<TagsSection session={session} />
			<FoldedSection
				title="Byline and dateline"
				summary={[people.join(', '), dateline.place].filter(Boolean).join(' · ') || 'None'}
				{...fold('byline')}
			>
				<BylineFields session={session} />
				<DatelineFields session={session} />
			</FoldedSection>
			<FoldedSection title="Address and language" summary={`${languageName(language)} · ${slug}`} {...fold('address')}>
				<AddressField session={session} />
				<LanguageField session={session} />
			</FoldedSection>
			<FoldedSection
				title={articleFields.seo.label}
				summary={seo.title || seo.description || seo.canonical ? 'Set for this story' : 'As the story'}
				{...fold('seo')}
			>
				<SeoFields session={session} />
			</FoldedSection>
			<FoldedSection
				title={articleFields.corrections.label}
				summary={corrections === 0 ? 'None' : `${corrections}`}
				{...fold('corrections')}
			>
				<CorrectionFields session={session} onShowAll={onShowCorrections} />
			</FoldedSection>
		</>
	);
});
