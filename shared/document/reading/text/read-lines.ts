import { makeRun } from '../../../model/inline-html.ts';
import { StoryWriter } from '../html/story-writer.ts';
import type { ReadStory } from '../read-story.ts';

/** Reads text as it stands, a paragraph a line. */
export function readLines(untrustedText: string): ReadStory {
	const writer = new StoryWriter();
	for (const line of untrustedText.split(/\r\n?|\n/)) {
		const words = makeRun(line, []).text.trim();
		if (words !== '') writer.addParagraph([makeRun(words, [])]);
	}
	writer.end();
	return { headline: '', standfirst: '', blocks: writer.blocks, leftOut: {} };
}
