import { safeHref } from '#shared/model/url.ts';

/** The address that was typed; null for words. A bare domain is what people type; anything unsafe is refused, not repaired. */
export function typedAddress(text: string): string | null {
	const typed = text.trim();
	return safeHref(typed) ?? (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(typed) ? `https://${typed}` : null);
}
