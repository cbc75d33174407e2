import type { Block } from '../../model/block.ts';
import { countCharacters } from '../../text/character-count.ts';
import { doubledWords } from '../../text/doubled-words.ts';
import { countWords } from '../../text/word-count.ts';
import { blockPictures, blockText } from '../blocks/index.ts';
import { placeholdersIn } from './placeholders.ts';
import type { Finding, Rule } from './rule.ts';

const blank = (text: string) => text.trim() === '';
const when = (found: boolean, finding: Finding): Finding[] => (found ? [finding] : []);

/** Whether a reader sees something in a block; the first one of a story mostly tells. */
const isContent = (block: Block) => blockPictures(block).length > 0 || countWords(blockText(block)) > 0;

/** Rules about the story's own words and fields. */
export const storyRules: readonly Rule[] = [
	{
		check: 'headline-missing',
		find: ({ headline }) =>
			when(blank(headline), { where: { field: 'headline' }, message: 'The story has no headline' }),
	},
	{
		check: 'category-missing',
		find: ({ categories }) =>
			when(categories.length === 0, { where: { field: 'categories' }, message: 'The story is in no category' }),
	},
	{
		check: 'category-unknown',
		find: ({ categories }, context) =>
			categories
				.filter((slug) => !context.categories.some((category) => category.slug === slug))
				.map((slug) => ({
					where: { field: 'categories' },
					message: `The newsroom has no category “${slug}” any more`,
				})),
	},
	{
		check: 'body-missing',
		find: ({ body }) => when(!body.some(isContent), { where: { field: 'body' }, message: 'The story has no body' }),
	},
	{
		check: 'headline-long',
		find: ({ headline }, { checks }) =>
			when(countCharacters(headline) > checks.limit('headline-long'), {
				where: { field: 'headline' },
				message: `The headline has ${countCharacters(headline)} characters; at most ${checks.limit('headline-long')} is the rule here`,
			}),
	},
	{
		check: 'standfirst-missing',
		find: ({ standfirst }) =>
			when(blank(standfirst), { where: { field: 'standfirst' }, message: 'The story has no standfirst' }),
	},
	{
		check: 'standfirst-long',
		find: ({ standfirst }, { checks }) =>
			when(countCharacters(standfirst) > checks.limit('standfirst-long'), {
				where: { field: 'standfirst' },
				message: `The standfirst has ${countCharacters(standfirst)} characters; at most ${checks.limit('standfirst-long')} is the rule here`,
			}),
	},
	{
		check: 'placeholder',
		find: ({ headline, standfirst, keyPoints }) => [
			...placeholdersIn(headline).map(({ message }) => ({ where: { field: 'headline' } as const, message })),
			...placeholdersIn(standfirst).map(({ message }) => ({ where: { field: 'standfirst' } as const, message })),
			...keyPoints
				.flatMap(({ text }) => placeholdersIn(text))
				.map(({ message }) => ({ where: { field: 'keyPoints' } as const, message })),
		],
	},
	{
		check: 'doubled-word',
		find: ({ headline, standfirst, keyPoints, language }) => {
			const said = (text: string, where: Finding['where']) =>
				doubledWords(text, language).map((words) => ({ where, message: `A word stands twice: “${words}”` }));
			return [
				...said(headline, { field: 'headline' }),
				...said(standfirst, { field: 'standfirst' }),
				...keyPoints.flatMap(({ text }) => said(text, { field: 'keyPoints' })),
			];
		},
	},
	{
		check: 'key-points-unplaced',
		find: ({ keyPoints, body }) =>
			when(keyPoints.length > 0 && !body.some((block) => block.type === 'keyPoints'), {
				where: { field: 'keyPoints' },
				message: 'The key points stand nowhere in the body, so no reader sees them',
			}),
	},
	{
		check: 'key-points-empty',
		find: ({ keyPoints, body }) =>
			when(keyPoints.length === 0 && body.some((block) => block.type === 'keyPoints'), {
				where: { field: 'keyPoints' },
				message: 'The key-points box is empty',
			}),
	},
	{
		check: 'key-point-empty',
		find: ({ keyPoints }) =>
			keyPoints.flatMap((point, index) =>
				when(blank(point.text), { where: { field: 'keyPoints' }, message: `Key point ${index + 1} is empty` }),
			),
	},
	{
		check: 'key-points-many',
		find: ({ keyPoints }, { checks }) =>
			when(keyPoints.length > checks.limit('key-points-many'), {
				where: { field: 'keyPoints' },
				message: `There are ${keyPoints.length} key points; at most ${checks.limit('key-points-many')} is the rule here`,
			}),
	},
];
