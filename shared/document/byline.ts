import type { BylineEntry } from '../model/article.ts';
import type { Slug } from '../model/category.ts';
import type { Person } from '../model/person.ts';

/** Somebody in a byline as readers see them. */
export interface Author {
	readonly name: string;
	readonly role: string;
	readonly url: string;
	/** Who it is among the newsroom's people; null for a name that was only typed. */
	readonly person: Person | null;
}

/** The byline as readers see it: what the story says of a person goes before what the newsroom does. */
export function authorsOf(byline: readonly BylineEntry[], people: ReadonlyMap<Slug, Person>): Author[] {
	return byline
		.filter((entry) => entry.name.trim() !== '')
		.map(({ name, role, url, person: slug }) => {
			const person = slug === null ? null : (people.get(slug) ?? null);
			return { name, role: role.trim() === '' ? (person?.role ?? '') : role, url: url || (person?.page ?? ''), person };
		});
}
