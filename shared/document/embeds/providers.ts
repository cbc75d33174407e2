/** What a site offers to be shown in a story. */
export interface Provider {
	readonly name: string;
	/** What its pages are to a reader. */
	readonly kind: 'video' | 'post' | 'audio' | 'chart';
	readonly address: RegExp;
	/** The address of the frame that shows it, from what the address matched; null where it cannot be known. */
	player(match: readonly string[]): string | null;
	/** Where it says title and picture of an address in JSON (oEmbed). */
	readonly tells?: string;
}

const id = (match: readonly string[], at = 1) => match[at] ?? '';

const providers: readonly Provider[] = [
	{
		name: 'YouTube',
		kind: 'video',
		address:
			/^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/|embed\/)|youtu\.be\/)([\w-]{6,20})/i,
		player: (match) => `https://www.youtube-nocookie.com/embed/${id(match)}`,
		tells: 'https://www.youtube.com/oembed?format=json&url=',
	},
	{
		name: 'Vimeo',
		kind: 'video',
		address: /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{5,12})(?:[/?#]|$)/i,
		player: (match) => `https://player.vimeo.com/video/${id(match)}?dnt=1`,
		tells: 'https://vimeo.com/api/oembed.json?url=',
	},
	{
		name: 'X',
		kind: 'post',
		address: /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/\w{1,30}\/status\/(\d{5,20})/i,
		player: (match) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id(match)}`,
	},
	{
		name: 'Bluesky',
		kind: 'post',
		address: /^https?:\/\/bsky\.app\/profile\/([\w.:-]+)\/post\/(\w{5,20})/i,
		// Its frame knows people by their identifiers, not by their names.
		player: (match) =>
			id(match).startsWith('did:')
				? `https://embed.bsky.app/embed/${id(match)}/app.bsky.feed.post/${id(match, 2)}`
				: null,
		tells: 'https://embed.bsky.app/oembed?url=',
	},
	{
		name: 'Instagram',
		kind: 'post',
		address: /^https?:\/\/(?:www\.)?instagram\.com\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]{5,20})/i,
		player: (match) => `https://www.instagram.com/${id(match)}/${id(match, 2)}/embed/`,
	},
	{
		name: 'TikTok',
		kind: 'video',
		address: /^https?:\/\/(?:www\.)?tiktok\.com\/@[\w.-]+\/video\/(\d{5,25})/i,
		player: (match) => `https://www.tiktok.com/embed/v2/${id(match)}`,
		tells: 'https://www.tiktok.com/oembed?url=',
	},
	{
		name: 'Spotify',
		kind: 'audio',
		address: /^https?:\/\/open\.spotify\.com\/(?:intl-\w+\/)?(track|album|artist|playlist|episode|show)\/(\w{10,30})/i,
		player: (match) => `https://open.spotify.com/embed/${id(match)}/${id(match, 2)}`,
		tells: 'https://open.spotify.com/oembed?url=',
	},
	{
		name: 'Datawrapper',
		kind: 'chart',
		address: /^https?:\/\/(?:datawrapper\.dwcdn\.net|www\.datawrapper\.de\/_)\/(\w{5})(?:\/(\d+))?(?:[/?#]|$)/i,
		player: (match) => `https://datawrapper.dwcdn.net/${id(match)}/${match[2] === undefined ? '' : `${match[2]}/`}`,
	},
	// Last, as any site can be one: it is known by the form of its addresses alone.
	{
		name: 'Mastodon',
		kind: 'post',
		address: /^(https?:\/\/[\w.-]+\.[a-z]{2,}\/@[\w.-]+(?:@[\w.-]+)?\/\d{10,25})(?:[/?#]|$)/i,
		player: (match) => `${id(match).replace(/^http:/i, 'https:')}/embed`,
	},
];

/** What is known of an address. */
export interface KnownEmbed {
	readonly provider: string;
	readonly kind: Provider['kind'];
	/** The frame that shows it; null where a link is all that can be offered. */
	readonly player: string | null;
	/** Where its title and picture can be asked for; null where only the page itself says them. */
	readonly tells: string | null;
}

/** The site that an address is of, with what it offers; null for any other page. */
export function knownEmbed(url: string): KnownEmbed | null {
	for (const { name, kind, address, player, tells } of providers) {
		const match = address.exec(url);
		if (match === null) continue;
		return {
			provider: name,
			kind,
			player: player(match),
			tells: tells === undefined ? null : `${tells}${encodeURIComponent(url)}`,
		};
	}
	return null;
}
