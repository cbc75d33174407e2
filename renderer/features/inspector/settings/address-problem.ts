import { LanguageTag } from '#shared/model/article.ts';
import { Slug } from '#shared/model/category.ts';
import { isWebUrl } from '#shared/model/url.ts';

/** What is wrong with a web address that may be left out; null when nothing is. */
export function webAddressProblem(text: string): string | null {
	return text === '' || isWebUrl(text) ? null : 'Not kept yet: a web address begins with https:// or http://.';
}

/** What is wrong with the last part of a story's address; null when nothing is. */
export function slugProblem(text: string): string | null {
	return Slug.safeParse(text).success
		? null
		: 'Not kept yet: use lower-case letters, digits and single hyphens, such as harbour-wall.';
}

/** What is wrong with a language tag; null when nothing is. */
export function languageProblem(text: string): string | null {
	return LanguageTag.safeParse(text).success ? null : 'Not kept yet: use a language tag such as en or pt-BR.';
}
