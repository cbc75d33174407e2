import { textDirection } from '#shared/text/text-direction.ts';

/** What a screen reader and the layout need to know of the story's element. */
export function editorAttributes(language: string): Record<string, string> {
	return {
		'aria-label': 'Story',
		'aria-multiline': 'true',
		class: 'story',
		lang: language,
		dir: textDirection(language),
		// Galley looks words up itself, and two kinds of lines under one word would be one too many.
		spellcheck: 'false',
	};
}
