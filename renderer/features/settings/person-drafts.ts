import { PeopleFile, type Person } from '#shared/model/person.ts';

/** A person while it is edited; `key` stays the same when the slug changes. */
export interface PersonDraft extends Omit<Person, 'languages'> {
	readonly key: string;
	/** Whether the slug follows the name, as it does in a person who is new. */
	readonly slugFollows: boolean;
	/** Language tags as they are typed, with commas between. */
	readonly languages: string;
}

/** What is wrong with a person, by field. */
export type PersonErrors = Partial<Record<'name' | 'slug' | 'email' | 'page' | 'languages', string>>;
export type CheckedPeople =
	| { readonly ok: true; readonly people: readonly Person[] }
	| { readonly ok: false; readonly errors: ReadonlyMap<string, PersonErrors> };

/** Begins to edit the newsroom's people. */
export function personDraftsOf(people: readonly Person[]): readonly PersonDraft[] {
	return people.map((person) => ({
		...person,
		key: person.slug,
		slugFollows: false,
		languages: person.languages.join(', '),
	}));
}

/** A person who is new. */
export function newPersonDraft(key: string): PersonDraft {
	const empty = { slug: '', name: '', role: '', email: '', page: '', picture: null, languages: '' };
	return { ...empty, key, slugFollows: true };
}

/** A sentence for each field that the model may refuse. */
const sentences: Readonly<Record<keyof PersonErrors, string>> = {
	name: 'Give the person a name.',
	slug: 'Use lower-case letters, digits and single hyphens.',
	email: 'Write an email address, or leave it empty.',
	page: 'A web address begins with https:// or http://; leave it empty where there is no page.',
	languages: 'Write language tags such as en, pt-BR.',
};

/** Makes a list of people of what was typed, or says what is wrong with each. */
export function checkPeople(drafts: readonly PersonDraft[]): CheckedPeople {
	const errors = new Map<string, PersonErrors>();
	const note = (key: string, field: keyof PersonErrors, sentence: string) =>
		errors.set(key, { [field]: sentence, ...errors.get(key) });
	const owners = new Map<string, string>();
	for (const { key, slug } of drafts) {
		if (slug !== '' && owners.has(slug)) note(key, 'slug', 'Another person has this slug.');
		owners.set(slug, key);
	}
	const parsed = PeopleFile.safeParse({
		$schema: 'urn:galley:people:1',
		people: drafts.map(({ key: _, slugFollows: __, languages, ...person }) => ({
			...person,
			name: person.name.trim(),
			email: person.email.trim(),
			page: person.page.trim(),
			languages: languages
				.split(',')
				.map((tag) => tag.trim())
				.filter((tag) => tag !== ''),
		})),
	});
	if (parsed.success && errors.size === 0) return { ok: true, people: parsed.data.people };
	for (const { path } of parsed.error?.issues ?? []) {
		const [, index, field] = path;
		const key = drafts[Number(index)]?.key;
		if (key !== undefined && typeof field === 'string' && field in sentences) {
			const name = field as keyof PersonErrors;
			note(key, name, sentences[name]);
		}
	}
	return { ok: false, errors };
}
