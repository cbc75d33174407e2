import { type ComponentType, memo } from 'react';
import { useField } from '../../session/use-story.ts';
import { CategoriesSection } from './categories/categories-section.tsx';
import { TagsSection } from './categories/tags-section.tsx';
import { AddressFold, BylineFold, CorrectionsFold, DatesFold, type FoldProps, SeoFold } from './folded-sections.tsx';
import { LeadPictureSection } from './lead-picture-section.tsx';
import { LinksSection } from './links/links-section.tsx';
import { PageSection } from './settings/page-section.tsx';

/** The parts of a story's details in the order of need: what every story wants first, what most keep as it is last. */
const sections: Readonly<Record<string, ComponentType<FoldProps>>> = {
	categories: CategoriesSection,
	tags: TagsSection,
	picture: LeadPictureSection,
	byline: BylineFold,
	links: LinksSection,
	page: PageSection,
	dates: DatesFold,
	seo: SeoFold,
	address: AddressFold,
};

/** Every field of the story that is not its text. It renders nothing anew while the text is typed. */
export const StoryTab = memo(function StoryTab(props: FoldProps) {
	const status = useField(props.session, 'status');
	const corrections = <CorrectionsFold {...props} />;
	return (
		<>
			{/* Readers can only be told of a change once they have the story. */}
			{status === 'published' ? corrections : null}
			{Object.entries(sections).map(([name, Section]) => (
				<Section key={name} {...props} />
			))}
			{status === 'published' ? null : corrections}
		</>
	);
});
