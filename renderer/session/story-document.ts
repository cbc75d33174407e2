import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import {
	type ArticleBase,
	assembleArticle,
	isUnwritten,
	keyPointsOf,
	nodeToBlock,
	plainTextOf,
	type StoryAttributes,
} from '#shared/document/body/index.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import type { Article, KeyPoint } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';

// Nodes never change, so what was made from one holds for as long as it lives: a keystroke costs one block.
const blocks = new WeakMap<Node, Block>();
const points = new WeakMap<Node, readonly KeyPoint[]>();

/** A document's attributes with their types; the schema gives every one a value. */
export function attributesOf(doc: Node): StoryAttributes {
	return doc.attrs as StoryAttributes;
}

/** Takes over the fields that a save set in the story, but for those that were changed since it was sent. */
export function takeSavedFields(change: Transaction, sent: Node, saved: Article): Transaction {
	const fields = attributesOf(change.doc);
	if (fields.dates.updated !== saved.dates.updated) {
		change.setDocAttribute('dates', { ...fields.dates, updated: saved.dates.updated });
	}
	if (!isSameValue(fields.statusHistory, saved.statusHistory)) {
		change.setDocAttribute('statusHistory', saved.statusHistory);
	}
	const { slug, formerSlugs } = attributesOf(sent);
	if (fields.slug === slug && fields.slug !== saved.slug) change.setDocAttribute('slug', saved.slug);
	if (isSameValue(fields.formerSlugs, formerSlugs) && !isSameValue(formerSlugs, saved.formerSlugs))
		change.setDocAttribute('formerSlugs', saved.formerSlugs);
	return change;
}

/** Reads the story that a document stands for; the same object until that is another one. It begins with one that is known. */
export function articleReader(base: ArticleBase, knownDoc: Node, known: Article): (doc: Node) => Article {
	let last = { doc: knownDoc, article: known };
	return (doc) => {
		if (doc !== last.doc) last = { doc, article: articleOf(doc, base) };
		return last.article;
	};
}

/** The story that a document stands for; blocks that did not change stay the same objects. */
export function articleOf(doc: Node, base: ArticleBase): Article {
	const body = doc.children.slice(2);
	const box = body.find((node) => node.type.name === 'keyPoints');
	const single = body.length === 1 ? body[0] : undefined;
	return assembleArticle(
		{
			attributes: attributesOf(doc),
			headline: plainTextOf([{ type: 'text', text: doc.child(0).textContent }]),
			standfirst: plainTextOf([{ type: 'text', text: doc.child(1).textContent }]),
			blocks: single && isUnwritten([single.toJSON()]) ? [] : body.map((node, index) => blockOf(node, `b${index + 1}`)),
			boxed: box === undefined ? null : pointsOf(box),
		},
		base,
	);
}

function blockOf(node: Node, freshId: string): Block {
	const known = blocks.get(node);
	if (known) return known;
	const block = nodeToBlock(node.toJSON(), freshId);
	blocks.set(node, block);
	return block;
}

function pointsOf(box: Node): readonly KeyPoint[] {
	const known = points.get(box);
	if (known) return known;
	const made = keyPointsOf(box.toJSON());
	points.set(box, made);
	return made;
}
