import type { Article, KeyPoint } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import { type BlockJson, nodeToBlock } from '../blocks/index.ts';
import { keyPointsOf } from '../blocks/key-points.ts';
import type { DocumentJson, StoryAttributes } from './document-json.ts';
import { emptyArticle } from './empty-article.ts';
import { plainTextOf } from './inline-content.ts';

/** What a document does not hold of its story. */
export type ArticleBase = Pick<Article, '$schema' | 'id'>;

/** The parts of a document, each already converted, so that an editor can keep what did not change. */
export interface StoryParts {
	readonly attributes: StoryAttributes;
	readonly headline: string;
	readonly standfirst: string;
	readonly blocks: readonly Block[];
	/** The points in the body's box; null without a box. */
	readonly boxed: readonly KeyPoint[] | null;
}

/** The story that a document of the editor stands for. */
export function documentToArticle(document: DocumentJson, base: ArticleBase): Article {
	const [headline, standfirst, ...nodes] = document.content;
	const box = nodes.find((node) => node.type === 'keyPoints');
	return assembleArticle(
		{
			attributes: document.attrs,
			headline: plainTextOf(headline.content),
			standfirst: plainTextOf(standfirst.content),
			blocks: isUnwritten(nodes) ? [] : nodes.map((node, index) => nodeToBlock(node, `b${index + 1}`)),
			boxed: box === undefined ? null : keyPointsOf(box),
		},
		base,
	);
}

/** Whether a body is only the empty line that a story without one is given to write on. */
export function isUnwritten(nodes: readonly BlockJson[]): boolean {
	const [first] = nodes;
	return (
		nodes.length === 1 &&
		first?.type === 'paragraph' &&
		first.attrs.id === null &&
		(first.content === undefined || first.content.length === 0)
	);
}

/** Puts a story together in the file's key order. Ids that stand twice are told apart. */
export function assembleArticle(parts: StoryParts, base: ArticleBase): Article {
	const { unplacedKeyPoints, ...fields } = parts.attributes;
	const keyPoints = distinct([...(parts.boxed ?? []), ...unplacedKeyPoints]);
	return {
		// The first names are those of the whole format, so that the rest falls into the file's order.
		...emptyArticle(),
		...fields,
		$schema: base.$schema,
		id: base.id,
		headline: parts.headline,
		standfirst: parts.standfirst,
		keyPoints,
		body: distinct(oneBox(parts.blocks)),
	};
}

function oneBox(blocks: readonly Block[]): readonly Block[] {
	const first = blocks.findIndex((block) => block.type === 'keyPoints');
	return blocks.filter((block, index) => block.type !== 'keyPoints' || index === first);
}

function distinct<T extends { readonly id: string }>(values: readonly T[]): T[] {
	const taken = new Set<string>();
	return values.map((value) => {
		let { id } = value;
		for (let count = 2; taken.has(id); count += 1) id = `${value.id.slice(0, 56)}-${count}`;
		taken.add(id);
		return id === value.id ? value : { ...value, id };
	});
}
