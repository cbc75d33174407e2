import { useState } from 'react';
import type { CheckSettings } from '#shared/document/checks/check-settings.ts';
import { headlinePlaces, type PlaceText } from '#shared/document/checks/headline-places.ts';
import { storyUrl } from '#shared/document/page/story-url.ts';
import type { Article } from '#shared/model/article.ts';
import { countCharacters } from '#shared/text/character-count.ts';
import { cutText } from '#shared/text/cut-text.ts';
import { textDirection } from '#shared/text/text-direction.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField, useFromArticle } from '../../../session/use-story.ts';
import { FoldedSection } from '../section.tsx';
import './headline-places.css';

type Words = Pick<Article, 'headline' | 'standfirst' | 'seo' | 'slug'>;

const wordsOf = ({ headline, standfirst, seo, slug }: Article): Words => ({ headline, standfirst, seo, slug });
const isSame = (one: Words, other: Words) =>
	one.headline === other.headline &&
	one.standfirst === other.standfirst &&
	one.seo === other.seo &&
	one.slug === other.slug;

/** A text with the room that there is for it, and as it is seen there. */
interface Fitted {
	readonly shown: string;
	readonly count: number;
	readonly most: number;
}

/** How headline and standfirst are seen on the page, in a search result, in a push note and on a social card. */
export function HeadlinePlaces({ session, checks }: { session: StorySession; checks: CheckSettings }) {
	const [isExpanded, setExpanded] = useState(false);
	const words = useFromArticle(session, wordsOf, isSame);
	const inPlace = ({ check, text }: PlaceText): Fitted => {
		const most = checks.limit(check);
		const { text: whole } = text(words);
		return { shown: cutText(whole, most), count: countCharacters(whole), most };
	};
	const places = headlinePlaces.map(({ id, label, title, words: below }) => ({
		id,
		label,
		title: inPlace(title),
		words: inPlace(below),
	}));
	const cut = places.filter(({ title, words: below }) => title.count > title.most || below.count > below.most);
	return (
		<FoldedSection
			title="Seen by readers"
			summary={cut.length === 0 ? 'Fits everywhere' : `Cut: ${cut.map(({ label }) => label.toLowerCase()).join(', ')}`}
			isExpanded={isExpanded}
			onExpandedChange={setExpanded}
		>
			<div className="places">
				{places.map(({ id, label, title, words: below }) => (
					<section key={id} className="place" aria-label={label}>
						<h4>{label}</h4>
						<Look id={id} session={session} slug={words.slug} title={title.shown} words={below.shown} />
						<dl className="place-counts tabular">
							<Count of="Headline" fitted={title} />
							<Count of={id === 'search' ? 'Description' : 'Standfirst'} fitted={below} />
						</dl>
					</section>
				))}
			</div>
		</FoldedSection>
	);
}

function Count({ of, fitted: { count, most } }: { of: string; fitted: Fitted }) {
	return (
		<div data-over={count > most ? '' : undefined}>
			<dt>{of}</dt>
			<dd>
				{count} of {most}
				{count > most ? <span className="visually-hidden">, so it is cut</span> : null}
			</dd>
		</div>
	);
}

/** A place as readers see it, with little more than the words. */
function Look({
	id,
	session,
	slug,
	title,
	words,
}: {
	id: (typeof headlinePlaces)[number]['id'];
	session: StorySession;
	slug: string;
	title: string;
	words: string;
}) {
	const host = useHost();
	const { newsroom } = useNewsroom().state;
	const picture = useField(session, 'leadImage');
	const language = useField(session, 'language');
	const site = newsroom.siteUrl === '' ? newsroom.name : newsroom.siteUrl.replace(/^https?:\/\/|\/+$/g, '');
	return (
		<div className="place-look" data-place={id} lang={language} dir={textDirection(language)}>
			{id === 'search' ? (
				<span className="place-site">
					<bdi>{storyUrl(site, slug)}</bdi>
				</span>
			) : null}
			{id === 'push' ? (
				<span className="place-site">
					<span className="place-badge" aria-hidden="true">
						{newsroom.name.slice(0, 1)}
					</span>
					{newsroom.name}
				</span>
			) : null}
			{id === 'social' && picture !== null ? (
				<img className="place-picture" src={host.mediaUrl(picture.media)} alt="" />
			) : null}
			{id === 'social' ? <span className="place-site">{site}</span> : null}
			<span className="place-title">{title || 'No headline yet'}</span>
			<span className="place-words">{words}</span>
		</div>
	);
}
