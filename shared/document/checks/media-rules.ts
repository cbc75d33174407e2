import type { Article } from '../../model/article.ts';
import type { MediaPath } from '../../model/block.ts';
import type { FieldRef } from '../../model/problem.ts';
import { blockPictures } from '../blocks/index.ts';
import { pictureFindings } from './picture-words.ts';
import type { Finding, Rule } from './rule.ts';

/** Every picture that the story shows, with where it stands. */
export function* storyPictures(article: Article): Generator<{ media: MediaPath; where: FieldRef }> {
	if (article.leadImage) yield { media: article.leadImage.media, where: { field: 'leadImage' } };
	for (const block of article.body) {
		for (const { media } of blockPictures(block)) yield { media, where: { field: 'block', block: block.id } };
	}
}

/** Rules about pictures; what a picture in the body lacks is told by its block. */
export const mediaRules: readonly Rule[] = [
	{
		check: 'lead-image-alt-missing',
		find: ({ leadImage }) =>
			leadImage && leadImage.alt.trim() === ''
				? [{ where: { field: 'leadImage' }, message: 'The lead picture has no alt text' }]
				: [],
	},
	...(['alt-says-nothing', 'credit-missing'] as const).map(
		(check): Rule => ({
			check,
			find: ({ leadImage }) =>
				leadImage === null
					? []
					: pictureFindings(leadImage, 'the lead picture')
							.filter((finding) => finding.check === check)
							.map(({ message }) => ({ where: { field: 'leadImage' }, message })),
		}),
	),
	{
		check: 'picture-gone',
		*find(article, context): Generator<Finding> {
			if (!context.mediaExists) return;
			for (const { media, where } of storyPictures(article)) {
				if (!context.mediaExists(media))
					yield { where, message: `The picture ${media} is not in the newsroom any more` };
			}
		},
	},
];
