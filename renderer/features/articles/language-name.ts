/** A language's name in English; the tag itself where there is none. */
export function languageName(tag: string): string {
	try {
		return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag; // Intl throws for a tag that it cannot read; the tag is then the best name
	}
}
