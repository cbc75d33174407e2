import { type ArticleSort, Queue, StoryFilter } from '#shared/contract/articles.ts';
import type { CarriedReference } from '#shared/contract/references.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { type Category, categoriesBySlug, categoryPath, type Slug } from '#shared/model/category.ts';
import { parseSearch, type SearchField, type SearchTerm } from '#shared/text/search-query.ts';
import { foldName, searchText, searchTokens } from '#shared/text/search-text.ts';
import type { IndexedStory } from '../../articles/article-index.ts';

/** An index in plain words: it looks at every story for every question. */
export class IndexModel {
	readonly stories = new Map<ArticleId, IndexedStory>();
	categories: readonly Category[] = [];

	errorsOf({ summary, links }: IndexedStory): number {
		const gone = links.filter((id) => !this.stories.has(id)).length;
		const missing = summary.categories.filter((slug) => !this.categories.some((category) => category.slug === slug));
		return summary.errors + gone + missing.length;
	}

	ids(filter: StoryFilter, sort: Exclude<ArticleSort, 'best'>): ArticleId[] {
		const found = [...this.stories.values()].filter((story) => this.#finds(story, filter));
		const keyed = found.map((story) => ({ id: story.summary.id, key: keyOf(story, sort) }));
		const sign = sort === 'headline' ? 1 : -1;
		keyed.sort((a, b) => sign * (compare(a.key, b.key) || compare(a.id, b.id)));
		return keyed.map(({ id }) => id);
	}

	linkingTo(ids: readonly ArticleId[]): ArticleId[] {
		const linking = [...this.stories.values()].filter(
			({ summary, links }) => !ids.includes(summary.id) && links.some((link) => ids.includes(link)),
		);
		return linking.map(({ summary }) => summary.id).sort();
	}

	noted(): { id: ArticleId; latest: number }[] {
		return [...this.stories.values()]
			.flatMap(({ summary: { id }, noted }) => (noted === null ? [] : [{ id, latest: Date.parse(noted) }]))
			.sort((a, b) => b.latest - a.latest || compare(b.id, a.id));
	}

	/** The pictures that are found by these words, each with the number of its stories. */
	pictures(text: string): { media: string; alt: string; stories: number }[] {
		const tokens = searchTokens(text);
		const newest = this.ids(StoryFilter.parse({}), 'updated').flatMap((id) => this.stories.get(id) ?? []);
		const uses = newest.flatMap(({ summary, pictures }) =>
			pictures.map((picture) => ({ ...picture, id: summary.id, headline: summary.headline })),
		);
		const found = uses.filter(({ alt, caption, credit, headline }) => {
			const words = searchText([alt, caption, credit, headline].join(' '));
			return tokens.every((token) => words.includes(token));
		});
		return [...new Set(found.map(({ media }) => media))].map((media) => {
			const all = uses.filter((use) => use.media === media);
			return { media, alt: all[0]?.alt ?? '', stories: new Set(all.map(({ id }) => id)).size };
		});
	}

	carrying(carried: CarriedReference): { id: ArticleId; isAlone: boolean }[] {
		const carries = ({ summary: { categories, tags, byline } }: IndexedStory) => {
			if (carried.of === 'category') return categories.includes(carried.slug);
			const [words, wanted] = carried.of === 'tag' ? [tags, carried.tag] : [byline, carried.name];
			return words.some((word) => foldName(word) === foldName(wanted));
		};
		return this.ids(StoryFilter.parse({}), 'updated').flatMap((id) => {
			const story = this.stories.get(id);
			if (story === undefined || !carries(story)) return [];
			return [{ id, isAlone: carried.of === 'category' && story.summary.categories.length === 1 }];
		});
	}

	queues(): Record<string, number> {
		const stories = [...this.stories.values()];
		const counts = Queue.options.map((queue) => [queue, stories.filter((story) => this.#isInQueue(story, queue))]);
		return Object.fromEntries(counts.map(([queue, found]) => [queue, found?.length ?? 0]));
	}

	categoryCounts(): Record<Slug, number> {
		const counts = new Map<Slug, number>();
		for (const { summary } of this.stories.values()) {
			for (const slug of new Set(summary.categories.flatMap((slug) => this.#upwards(slug))))
				counts.set(slug, (counts.get(slug) ?? 0) + 1);
		}
		return Object.fromEntries(counts);
	}

	/** How many stories have each value, folded. */
	facet(of: 'tag' | 'author' | 'language'): Record<string, number> {
		const counts = new Map<string, number>();
		for (const { summary } of this.stories.values()) {
			const { tags, byline, language } = summary;
			const values = { tag: tags, author: byline, language: [language] }[of];
			for (const value of new Set(values.map(foldName))) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		return Object.fromEntries(counts);
	}

	#upwards(slug: Slug): Slug[] {
		const path = categoryPath(categoriesBySlug(this.categories), slug).map((category) => category.slug);
		return path.length === 0 ? [slug] : path;
	}

	#isInQueue(story: IndexedStory, queue: Queue): boolean {
		const { status, dates, trending } = story.summary;
		if (queue === 'all') return true;
		if (queue === 'scheduled') return dates.scheduled !== null && status !== 'published' && status !== 'withdrawn';
		if (queue === 'trending') return trending;
		if (queue === 'changes') return story.summary.hasChanges;
		if (queue === 'problems') return this.errorsOf(story) > 0;
		return status === queue;
	}

	#finds(story: IndexedStory, filter: StoryFilter): boolean {
		const { status, trending, language, categories, tags, byline, dates } = story.summary;
		const { terms, fields } = parseSearch(filter.text);
		const day = filter.dates === null ? null : dates[filter.dates.of];
		return (
			this.#isInQueue(story, filter.queue) &&
			(filter.category === null || categories.some((slug) => this.#upwards(slug).includes(filter.category ?? ''))) &&
			(filter.status === null || status === filter.status) &&
			(filter.tag === null || tags.some((tag) => foldName(tag) === foldName(filter.tag ?? ''))) &&
			(filter.author === null || byline.some((name) => foldName(name) === foldName(filter.author ?? ''))) &&
			(filter.language === null || language.toLowerCase() === filter.language.toLowerCase()) &&
			(filter.trending === null || trending === filter.trending) &&
			(filter.problems === null || this.errorsOf(story) > 0 === filter.problems) &&
			(filter.dates === null || (day !== null && isWithin(day, filter.dates.from, filter.dates.to))) &&
			terms.every((term) => hasTerm(story, term) !== term.isExcluded) &&
			fields.every((field) => this.#hasField(story, field) !== field.isExcluded)
		);
	}

	#hasField(story: IndexedStory, field: SearchField): boolean {
		const { status, trending, categories, tags, byline, language } = story.summary;
		switch (field.kind) {
			case 'status':
				return field.anyOf.includes(status);
			case 'category': {
				const named = this.categories.filter(({ slug, label }) =>
					[slug, foldName(label)].includes(foldName(field.value)),
				);
				const wanted = named.length > 0 ? named.map(({ slug }) => slug) : [foldName(field.value)];
				return categories.some((slug) => this.#upwards(slug).some((above) => wanted.includes(above)));
			}
			case 'tag':
				return tags.some((tag) => ` ${foldName(tag)}`.includes(` ${foldName(field.value)}`));
			case 'author':
				return byline.some((name) => ` ${foldName(name)}`.includes(` ${foldName(field.value)}`));
			case 'language':
				return `${language.toLowerCase()}-`.startsWith(`${field.value}-`);
			case 'trending':
				return trending;
			case 'problems':
				return this.errorsOf(story) > 0;
			case 'changes':
				return story.summary.hasChanges;
			case 'scheduled':
				return this.#isInQueue(story, 'scheduled');
			case 'before':
				return story.linked.date < `${field.day}T00:00:00Z`;
			case 'after':
				return story.linked.date >= `${field.day}T00:00:00Z`;
		}
	}
}

function hasTerm({ words }: IndexedStory, { words: wanted, isPrefix }: SearchTerm): boolean {
	return [words.headline, words.standfirst, words.rest].some((text) => {
		const tokens = searchTokens(text);
		return tokens.some((_, at) =>
			wanted.every((word, step) => {
				const token = tokens[at + step];
				return token === word || (isPrefix && step === wanted.length - 1 && token?.startsWith(word) === true);
			}),
		);
	});
}

/** The newsroom of the model keeps UTC. */
function isWithin(moment: string, from: string | null, to: string | null): boolean {
	const day = moment.slice(0, 10);
	return (from === null || day >= from) && (to === null || day <= to);
}

function keyOf({ summary, words }: IndexedStory, sort: Exclude<ArticleSort, 'best'>): string {
	return sort === 'headline' ? searchText(words.headline).slice(0, 60) : (summary.dates[sort] ?? '');
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
