import { textDirection } from '#shared/text/text-direction.ts';

/** What a screen reader, the spelling checker and the layout need to know of the story's element. */
export function editorAttributes(language: string): Record<string, string> {
	return {
		'aria-label': 'Story',
		'aria-multiline': 'true',
		class: 'story',
		lang: language,
		dir: textDirection(language),
		spellcheck: 'true',
	};
}
