/** Where a story stands on the site: below the site's address, or root-relative when the newsroom has none. */
export function storyUrl(siteUrl: string, slug: string): string {
	return `${siteUrl.replace(/\/+$/, '')}/${slug}`;
}
