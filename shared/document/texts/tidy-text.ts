import { tidyTypography } from '../../text/typography/tidy.ts';
import type { EditStoryText } from './edit-texts.ts';

/** Gives texts the signs of a language (a BCP 47 tag); code in them stays as it is. */
export function tidyText(language: string): EditStoryText {
	return ({ text, code }) =>
		tidyTypography(text, language).filter(({ from, to }) => code.every((one) => to <= one.from || from >= one.to));
}
