import { expect, test } from 'vitest';
import { knownEmbed } from './providers.ts';

test.each([
	[
		'https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=3',
		'YouTube',
		'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
	],
	['https://youtu.be/dQw4w9WgXcQ?si=x', 'YouTube', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
	['https://www.youtube.com/shorts/abcdefghijk', 'YouTube', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
	['https://vimeo.com/76979871', 'Vimeo', 'https://player.vimeo.com/video/76979871?dnt=1'],
	[
		'https://twitter.com/desk/status/1445078208190291973',
		'X',
		'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1445078208190291973',
	],
	[
		'https://x.com/desk/status/1445078208190291973?s=20',
		'X',
		'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1445078208190291973',
	],
	['https://bsky.app/profile/desk.example/post/3kqzxyzabcd2e', 'Bluesky', null],
	[
		'https://bsky.app/profile/did:plc:abc/post/3kqzxyzabcd2e',
		'Bluesky',
		'https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3kqzxyzabcd2e',
	],
	[
		'https://mastodon.example/@desk/109876543210987654',
		'Mastodon',
		'https://mastodon.example/@desk/109876543210987654/embed',
	],
	['https://www.instagram.com/reel/CuZ9_x-abcd/', 'Instagram', 'https://www.instagram.com/reel/CuZ9_x-abcd/embed/'],
	[
		'https://www.tiktok.com/@desk.news/video/7106594312292453675',
		'TikTok',
		'https://www.tiktok.com/embed/v2/7106594312292453675',
	],
	[
		'https://open.spotify.com/episode/7makk4oTQel546B0PZlDM5',
		'Spotify',
		'https://open.spotify.com/embed/episode/7makk4oTQel546B0PZlDM5',
	],
	['https://datawrapper.dwcdn.net/AbC1d/3/', 'Datawrapper', 'https://datawrapper.dwcdn.net/AbC1d/3/'],
])('%s is known by its address', (url, provider, player) => {
	expect(knownEmbed(url)).toMatchObject({ provider, player });
});

test.each([
	'https://example.org/watch?v=dQw4w9WgXcQ',
	'https://evil.example/https://youtu.be/dQw4w9WgXcQ',
	'https://youtu.be.evil.example/dQw4w9WgXcQ',
	'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
	'https://x.com/desk',
	'https://open.spotify.com/user/desk',
])('%s is a page like any other', (url) => {
	expect(knownEmbed(url)).toBeNull();
});

test('no frame is ever of another site than the address says, nor without encryption', () => {
	for (const url of [
		'https://youtu.be/dQw4w9WgXcQ"><script>',
		'http://mastodon.example/@a/109876543210987654?"onload=x',
	])
		expect(knownEmbed(url)?.player).toMatch(/^https:\/\/[\w./@-]+$/);
});
