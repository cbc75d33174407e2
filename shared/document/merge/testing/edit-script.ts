import fc from 'fast-check';
import { Article, BylineEntry, Correction } from '../../../model/article.ts';
import type { Block } from '../../../model/block.ts';
import {
	canonicalInlineHtml,
	inlineText,
	makeRun,
	markNames,
	parseInlineHtml,
	serializeInlineHtml,
	type TextRun,
} from '../../../model/inline-html.ts';

/** What an editor did at the desk; numbers are taken modulo what there is. */
export type Edit =
	| { readonly do: 'type'; readonly block: number; readonly at: number; readonly word: string }
	| {
			readonly do: 'replace';
			readonly block: number;
			readonly at: number;
			readonly letters: number;
			readonly word: string;
	  }
	| {
			readonly do: 'mark';
			readonly block: number;
			readonly at: number;
			readonly letters: number;
			readonly mark: number;
	  }
	| { readonly do: 'insert'; readonly at: number; readonly id: string; readonly word: string }
	| { readonly do: 'delete'; readonly block: number }
	| { readonly do: 'move'; readonly block: number; readonly to: number }
	| { readonly do: 'split'; readonly block: number; readonly at: number; readonly id: string }
	| { readonly do: 'join'; readonly block: number }
	| { readonly do: 'box'; readonly at: number; readonly id: string }
	| { readonly do: 'retype'; readonly block: number; readonly level: 2 | 3 | 4 }
	| {
			readonly do: 'headline' | 'notes' | 'caption' | 'tag' | 'category' | 'byline' | 'correction';
			readonly word: string;
	  }
	| { readonly do: 'keyPoint'; readonly point: number; readonly id: string; readonly word: string }
	| { readonly do: 'dropKeyPoint' | 'dropTag'; readonly at: number }
	| { readonly do: 'status'; readonly status: Article['status'] }
	| { readonly do: 'related'; readonly word: string }
	| { readonly do: 'publish'; readonly date: string };

/** A script of edits by somebody whose words and ids begin with `name`, so that each can be found again. */
export function editScript(name: string, maxLength = 8): fc.Arbitrary<readonly Edit[]> {
	const number = fc.nat({ max: 1_000 });
	const letters = fc.nat({ max: 30 });
	const edit = fc.oneof(
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), block: number, at: number }) },
		{ weight: 3, arbitrary: fc.record({ do: fc.constant('replace' as const), block: number, at: number, letters }) },
		{
			weight: 2,
			arbitrary: fc.record({ do: fc.constant('mark' as const), block: number, at: number, letters, mark: number }),
		},
		{ weight: 2, arbitrary: fc.record({ do: fc.constant('insert' as const), at: number }) },
		fc.record({ do: fc.constantFrom('delete' as const, 'join' as const), block: number }),
		fc.record({ do: fc.constant('move' as const), block: number, to: number }),
		fc.record({ do: fc.constant('split' as const), block: number, at: number }),
		fc.record({ do: fc.constant('box' as const), at: number }),
		fc.record({
			do: fc.constant('retype' as const),
			block: number,
			level: fc.constantFrom(2 as const, 3 as const, 4 as const),
		}),
		{
			weight: 2,
			arbitrary: fc.record({
				do: fc.constantFrom(
					'headline' as const,
					'notes' as const,
					'caption' as const,
					'tag' as const,
					'category' as const,
					'byline' as const,
					'correction' as const,
					'related' as const,
				),
			}),
		},
		fc.record({ do: fc.constant('keyPoint' as const), point: number }),
		fc.record({ do: fc.constantFrom('dropKeyPoint' as const, 'dropTag' as const), at: number }),
		fc.record({ do: fc.constant('status' as const), status: fc.constantFrom('review' as const, 'ready' as const) }),
		fc.record({
			do: fc.constant('publish' as const),
			date: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
		}),
	);
	return fc
		.array(edit, { maxLength })
		.map((edits) => edits.map((each, index) => ({ ...each, word: `${name}word${index}x`, id: `${name}-${index}` })));
}

/** The story after the edits, in canonical form. */
export function applyEdits(article: Article, edits: readonly Edit[]): Article {
	const story = Article.parse(article);
	for (const edit of edits) applyEdit(story, edit);
	return Article.parse(story);
}

function applyEdit(story: Article, edit: Edit): void {
	const { body } = story;
	const pick = <T>(items: readonly T[], index: number): T | undefined =>
		items[items.length > 0 ? index % items.length : 0];
	const texts = body.filter((block) => 'html' in block);
	switch (edit.do) {
		case 'type':
		case 'replace':
		case 'mark': {
			const block = pick(texts, edit.block);
			if (block !== undefined) block.html = editText(block.html, edit);
			return;
		}
		case 'insert':
			body.splice(edit.at % (body.length + 1), 0, { id: edit.id, type: 'paragraph', html: `New ${edit.word} text.` });
			return;
		case 'delete':
			if (body.length > 0) body.splice(edit.block % body.length, 1);
			return;
		case 'move': {
			const [block] = body.length > 0 ? body.splice(edit.block % body.length, 1) : [];
			if (block !== undefined) body.splice(edit.to % (body.length + 1), 0, block);
			return;
		}
		case 'split': {
			const block = pick(texts, edit.block);
			if (block === undefined) return;
			const [before, after] = cut(parseInlineHtml(block.html), spaceNear(inlineText(block.html), edit.at));
			block.html = serializeInlineHtml(before);
			body.splice(body.indexOf(block) + 1, 0, { id: edit.id, type: 'paragraph', html: serializeInlineHtml(after) });
			return;
		}
		case 'join': {
			const block = pick(texts, edit.block);
			const next = block === undefined ? undefined : body[body.indexOf(block) + 1];
			if (block === undefined || next === undefined || !('html' in next)) return;
			block.html = canonicalInlineHtml(`${block.html} ${next.html}`);
			body.splice(body.indexOf(next), 1);
			return;
		}
		case 'box':
			story.body = body.filter((block) => block.type !== 'keyPoints');
			story.body.splice(edit.at % (story.body.length + 1), 0, { id: edit.id, type: 'keyPoints' });
			return;
		case 'retype': {
			const block = pick(texts, edit.block);
			if (block === undefined) return;
			const subhead: Block = { id: block.id, type: 'subhead', level: edit.level, html: block.html };
			if (block.type === 'paragraph') body.splice(body.indexOf(block), 1, subhead);
			return;
		}
		case 'headline':
			story.headline += ` ${edit.word}`;
			return;
		case 'notes':
			story.notes += `\n${edit.word}`;
			return;
		case 'caption': {
			if (story.leadImage !== null) story.leadImage.caption = `${edit.word} ${story.leadImage.caption}`;
			for (const block of body)
				if (block.type === 'gallery') block.images.push({ ...galleryPicture, caption: edit.word });
			return;
		}
		case 'tag':
			story.tags.push(edit.word);
			return;
		case 'category':
			story.categories.unshift(edit.word.toLowerCase());
			return;
		case 'byline':
			story.byline.push(BylineEntry.parse({ name: edit.word }));
			return;
		case 'correction':
			story.corrections.push(Correction.parse({ date: '2026-03-01', text: edit.word }));
			return;
		case 'related': {
			const outside = story.related.find((link) => 'url' in link);
			if (outside !== undefined && 'url' in outside) outside.excerpt += ` ${edit.word}`;
			story.related.push({ url: `https://example.org/${edit.word}`, title: '', excerpt: '' });
			return;
		}
		case 'keyPoint': {
			const point = pick(story.keyPoints, edit.point);
			if (point !== undefined) point.text += ` ${edit.word}`;
			else story.keyPoints.push({ id: edit.id, text: edit.word });
			return;
		}
		case 'dropKeyPoint':
			if (story.keyPoints.length > 0) story.keyPoints.splice(edit.at % story.keyPoints.length, 1);
			return;
		case 'dropTag':
			if (story.tags.length > 0) story.tags.splice(edit.at % story.tags.length, 1);
			return;
		case 'status':
			story.status = edit.status;
			return;
		case 'publish':
			story.dates.published = edit.date;
			return;
	}
}

const galleryPicture = { media: 'media/2026/03/0123456789ab.jpg', alt: '', credit: '' };

function editText(html: string, edit: Extract<Edit, { do: 'type' | 'replace' | 'mark' }>): string {
	const text = inlineText(html);
	const from = spaceNear(text, edit.at);
	const to = edit.do === 'type' ? from : spaceNear(text, from + edit.letters);
	const [before, rest] = cut(parseInlineHtml(html), from);
	const [middle, after] = cut(rest, to - from);
	const typed = edit.do === 'mark' ? middle.map((run) => toggle(run, edit.mark)) : [makeRun(` ${edit.word} `, [])];
	return canonicalInlineHtml(serializeInlineHtml([...before, ...typed, ...after]));
}

function toggle(run: TextRun, number: number): TextRun {
	const mark = markNames[number % markNames.length] ?? 'em';
	if (run.marks.includes(mark))
		return makeRun(
			run.text,
			run.marks.filter((each) => each !== mark),
			run.href,
		);
	return makeRun(run.text, [...run.marks, mark], mark === 'a' ? `https://example.org/${number}` : run.href);
}

/** The end of the word at an offset, so that edits fall between words as an editor's mostly do. */
function spaceNear(text: string, offset: number): number {
	const from = text.length > 0 ? offset % (text.length + 1) : 0;
	const space = text.indexOf(' ', from);
	return space < 0 ? text.length : space;
}

function cut(runs: readonly TextRun[], at: number): [TextRun[], TextRun[]] {
	const before: TextRun[] = [];
	const after: TextRun[] = [];
	let left = at;
	for (const run of runs) {
		const here = Math.min(left, run.text.length);
		left -= here;
		before.push({ ...run, text: run.text.slice(0, here) });
		after.push({ ...run, text: run.text.slice(here) });
	}
	return [before, after];
}
