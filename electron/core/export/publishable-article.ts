import { articleText, articleWordCount } from '#shared/document/article-text.ts';
import { blockHtml, publishBlock, shownBlocks } from '#shared/document/blocks/index.ts';
import { authorsOf } from '#shared/document/byline.ts';
import { correctionDay, isMoment } from '#shared/document/corrections/correction-words.ts';
import { withoutInner } from '#shared/document/inner-fields.ts';
import { storyUrl } from '#shared/document/page/story-url.ts';
import {
	type Article,
	type ArticleDates,
	type Correction,
	isArticleLink,
	type StoryLink,
} from '#shared/model/article.ts';
import type { Block, MediaPath } from '#shared/model/block.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { type Person, peopleBySlug } from '#shared/model/person.ts';
import type {
	PublishableArticle,
	PublishableCorrection,
	PublishableImage,
	PublishableLink,
	PublishablePerson,
} from '#shared/model/publishable.ts';
import { readingMinutes } from '#shared/text/reading-time.ts';
import { textDirection } from '#shared/text/text-direction.ts';
import type { NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { type LinkContext, linkTo } from './link-card.ts';
import type { PictureFacts } from './pictures.ts';
import { articleFile, publishableCategories } from './publishable-categories.ts';

/** What the JSON of a story takes from its surroundings. */
export interface PublishableContext extends LinkContext, Pick<NewsroomFolder, 'people'> {
	/** The facts of an image that is in the newsroom and whole; else null. */
	facts(path: MediaPath): PictureFacts | null;
}

/** A story as sites get it. It must be free of errors; links to stories that are not in this export are left out. */
export function publishableArticle(article: Article, context: PublishableContext): PublishableArticle {
	const { newsroom, categories } = context;
	const { $schema: _, status, leadImage, body, related, nextRead, seo, dates, ...rest } = withoutInner(article);
	// The checks stop it, long before this.
	if (status === 'withdrawn') throw new Error(`${rest.slug} is withdrawn and was to be exported`);
	const shownBody = shownBlocks(body);
	const wordCount = articleWordCount(article);
	const inPage = { keyPoints: rest.keyPoints, mediaUrl: asIs, language: rest.language, hasFrames: true as const };
	const shown = related.flatMap((link) => publishableLink(link, context) ?? []);
	return {
		$schema: 'urn:galley:schema:article:1',
		id: rest.id,
		slug: rest.slug,
		url: storyUrl(newsroom.siteUrl, rest.slug),
		json: articleFile(rest.slug),
		language: rest.language,
		direction: textDirection(rest.language),
		status,
		headline: rest.headline,
		standfirst: rest.standfirst,
		byline: authorsOf(rest.byline, peopleBySlug(context.people)).map((author) => ({
			...author,
			person: author.person && publishablePerson(author.person, context),
		})),
		dateline: { place: rest.dateline.place, date: rest.dateline.date },
		categories: publishableCategories(rest.categories, categories),
		tags: rest.tags,
		trending: rest.trending,
		leadImage: leadImage && picture(leadImage, context),
		keyPoints: rest.keyPoints.map(({ id, text }) => ({ id, text })),
		body: shownBody.map((block) => publishBlock(block, (image) => galleryPicture(image, context))),
		bodyHtml: shownBody.map((block) => blockHtml(block, inPage)).join('\n'),
		bodyText: articleText(article),
		wordCount,
		readingMinutes: readingMinutes(wordCount),
		related: shown,
		nextRead: nextRead && publishableLink(nextRead, context),
		newsletter: rest.newsletter,
		comments: rest.comments,
		corrections: rest.corrections.map((note) => publishableCorrection(note, newsroom, shownBody)),
		formerSlugs: rest.formerSlugs.filter((slug) => slug !== rest.slug),
		dates: {
			created: dates.created,
			updated: shownUpdate(dates),
			published: dates.published,
			scheduled: dates.scheduled,
			embargo: dates.embargo,
		},
		seo: { title: seo.title, description: seo.description, canonical: seo.canonical },
	};
}

/** What sites get as the date of the last change: the update that readers were told of, never a save after publication. */
function shownUpdate({ updateShown, published, updated }: ArticleDates): string {
	return updateShown ?? published ?? updated;
}

function publishablePerson(person: Person, context: PublishableContext): PublishablePerson {
	const { slug, name, role, email, page, languages } = person;
	const facts = person.picture === null ? null : context.facts(person.picture);
	// One that is gone or broken is no reason to hold back a story.
	const picture = person.picture === null || facts === null ? null : { src: person.picture, ...facts, alt: name };
	return { slug, name, role, email, page, picture, languages: [...languages] };
}

function publishableCorrection(note: Correction, newsroom: Newsroom, body: readonly Block[]): PublishableCorrection {
	const { kind, date, text, priority } = note;
	const block = body.some(({ id }) => id === note.block) ? note.block : null;
	return { kind, date: correctionDay(note, newsroom), moment: isMoment(date) ? date : null, text, priority, block };
}

/** Every image that a story, its authors and its links show, each once. */
export function imagesOf(story: PublishableArticle): PublishableImage[] {
	const images: (PublishableImage | null)[] = [story.leadImage];
	for (const block of story.body) {
		if (block.type === 'image') images.push(block);
		if (block.type === 'gallery') images.push(...block.images);
		if (block.type === 'embed') images.push(block.picture ?? null);
	}
	for (const { person } of story.byline) images.push(person?.picture ?? null);
	for (const link of story.nextRead ? [...story.related, story.nextRead] : story.related) images.push(link.image);
	const present = images.filter((image) => image !== null);
	return [...new Map(present.map((image) => [image.src, image])).values()];
}

/** A file of the export: the same value gives the same text. */
export function jsonText(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}

function asIs(path: MediaPath): string {
	return path;
}

function publishableLink(link: StoryLink, context: PublishableContext): PublishableLink | null {
	if (!isArticleLink(link)) {
		const { url, title, excerpt } = link;
		return { article: null, url, json: null, title, excerpt, categories: [], image: null };
	}
	const card = context.card(link.article);
	return card && linkTo(card, context);
}

interface Pictured {
	readonly media: MediaPath;
	readonly alt: string;
	readonly caption: string;
	readonly credit: string;
}

function galleryPicture({ media, alt, caption, credit }: Pictured, context: PublishableContext) {
	const facts = context.facts(media);
	// The checks stop a story whose picture is gone, long before this.
	if (!facts) throw new Error(`${media} was not looked at before it was exported`);
	return { src: media, ...sizeOf(facts), alt, caption, credit };
}

function picture(image: Pictured & { readonly focus: readonly [number, number] | null }, context: PublishableContext) {
	return { ...galleryPicture(image, context), focus: image.focus && [...image.focus] };
}

function sizeOf({ width, height, hash }: PictureFacts) {
	return { width, height, hash };
}
