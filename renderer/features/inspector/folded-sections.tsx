import { articleFields } from '#shared/document/fields.ts';
import { useMinute } from '../../session/basics/use-minute.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { BylineFields, DatelineFields } from './byline-section.tsx';
import type { Fold } from './folds.ts';
import { FoldedSection } from './section.tsx';
import { AddressField, LanguageField } from './settings/address-fields.tsx';
import { CorrectionFields } from './settings/correction-fields.tsx';
import { DateFields } from './settings/date-fields.tsx';
import { SeoFields } from './settings/seo-fields.tsx';
import { addressWords, correctionsWords, dateWords, seoWords } from './settings/setting-words.ts';

/** What each part of the Story tab is given. */
export interface FoldProps {
	readonly session: StorySession;
	/** The parts that are not folded; keep both stable. */
	readonly unfolded: ReadonlySet<Fold>;
	readonly onFold: (fold: Fold, expanded: boolean) => void;
	/** Shows the corrections of all stories. */
	readonly onShowCorrections: () => void;
}

/** Who wrote the story, and where it was filed. */
export function BylineFold({ session, ...folds }: FoldProps) {
	const names = useField(session, 'byline')
		.map(({ name }) => name)
		.filter(Boolean);
	const { place } = useField(session, 'dateline');
	return (
		<FoldedSection
			title="Byline and dateline"
			summary={[names.join(', '), place].filter(Boolean).join(' · ') || 'Nobody is named'}
			{...foldOf('byline', folds)}
		>
			<BylineFields session={session} />
			<DatelineFields session={session} />
		</FoldedSection>
	);
}

/** When readers get it. */
export function DatesFold({ session, ...folds }: FoldProps) {
	const { newsroom } = useNewsroom().state;
	const now = useMinute();
	const story = {
		status: useField(session, 'status'),
		dates: useField(session, 'dates'),
		embargo: useField(session, 'embargo'),
		withdrawal: useField(session, 'withdrawal'),
	};
	return (
		<FoldedSection
			title={articleFields.dates.label}
			summary={dateWords(story, newsroom, now)}
			{...foldOf('dates', folds)}
		>
			<DateFields session={session} />
		</FoldedSection>
	);
}

/** What search engines are told. */
export function SeoFold({ session, ...folds }: FoldProps) {
	return (
		<FoldedSection
			title={articleFields.seo.label}
			summary={seoWords(useField(session, 'seo'))}
			{...foldOf('seo', folds)}
		>
			<SeoFields session={session} />
		</FoldedSection>
	);
}

/** Where readers find it, and in which language. */
export function AddressFold({ session, ...folds }: FoldProps) {
	const slug = useField(session, 'slug');
	const language = useField(session, 'language');
	const status = useField(session, 'status');
	return (
		<FoldedSection
			title="Address and language"
			summary={addressWords({ slug, language, status })}
			{...foldOf('address', folds)}
		>
			<AddressField session={session} />
			<LanguageField session={session} />
		</FoldedSection>
	);
}

/** What readers were told after it was published. */
export function CorrectionsFold({ session, onShowCorrections, ...folds }: FoldProps) {
	const { newsroom } = useNewsroom().state;
	return (
		<FoldedSection
			title={articleFields.corrections.label}
			summary={correctionsWords(useField(session, 'corrections'), newsroom, new Date())}
			{...foldOf('corrections', folds)}
		>
			<CorrectionFields session={session} onShowAll={onShowCorrections} />
		</FoldedSection>
	);
}

function foldOf(fold: Fold, { unfolded, onFold }: Pick<FoldProps, 'unfolded' | 'onFold'>) {
	return {
		isExpanded: unfolded.has(fold),
		onExpandedChange: (expanded: boolean) => onFold(fold, expanded),
	};
}
