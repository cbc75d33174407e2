import { expect, test } from 'vitest';
import { checkPeople, newPersonDraft, personDraftsOf } from './person-drafts.ts';

const ana = {
	slug: 'ana-ruiz',
	name: 'Ana Ruiz',
	role: 'Reporter',
	email: 'ana@desk.example',
	page: 'https://desk.example/ana',
	picture: null,
	languages: ['en', 'pt-BR'],
};

test('people come back from being edited as they were', () => {
	expect(checkPeople(personDraftsOf([ana]))).toEqual({ ok: true, people: [ana] });
});

test('what is wrong with a person is told at its field', () => {
	const drafts = [
		...personDraftsOf([ana]),
		{ ...newPersonDraft('a'), name: ' ', slug: 'ana-ruiz' },
		{
			...newPersonDraft('b'),
			name: 'Ben',
			slug: 'Ben',
			email: 'ben',
			page: 'ben.example',
			languages: 'english please',
		},
	];
	const checked = checkPeople(drafts);
	expect(checked.ok ? null : Object.fromEntries(checked.errors)).toEqual({
		a: { name: 'Give the person a name.', slug: 'Another person has this slug.' },
		b: {
			slug: expect.stringContaining('lower-case'),
			email: expect.stringContaining('email address'),
			page: expect.stringContaining('https://'),
			languages: expect.stringContaining('language tags'),
		},
	});
});
