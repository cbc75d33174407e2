const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language's name in English; the tag itself where it has none. */
export function languageName(tag: string): string {
	try {
		return names.of(tag) ?? tag;
	} catch {
		return tag; // Intl throws for what is no tag; it is shown as it stands
	}
}
