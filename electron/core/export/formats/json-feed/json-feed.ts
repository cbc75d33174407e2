import { listedStatuses } from '#shared/model/status.ts';
import { jsonText } from '../../publishable-article.ts';
import { shownDate } from '../../shown-date.ts';
import type { ExportFormat } from '../format.ts';
import { feedFile, feedItem, type JsonFeedItem } from './feed.ts';

/** A feed reader asks for what is new; more than this is an archive. */
const mostItems = 100;

interface DatedItem {
	readonly at: number;
	readonly item: JsonFeedItem;
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): one file with the newest stories, for feed readers. */
export const jsonFeed: ExportFormat = {
	name: 'json-feed',
	label: 'JSON Feed',
	about: `One file, feed.json, with the ${mostItems} newest stories, for feed readers and other sites.`,
	losses: [
		`stories older than the ${mostItems} newest`,
		'the difference between categories and tags',
		'roles, addresses and languages of people in the byline',
		'captions, credits and the focus of the lead picture',
		'corrections, comments, newsletter and search settings',
		'which stories were withdrawn, and why',
		'an older version of a story that is kept back by problems',
	],
	owns: (path) => path === 'feed.json',
	recognises: (_path, bytes) => Buffer.from(bytes).toString('utf8').includes('https://jsonfeed.org/version/'),
	begin({ newsroom }) {
		let newest: DatedItem[] = [];
		const keepNewest = () => {
			newest.sort((a, b) => b.at - a.at || (a.item.id < b.item.id ? -1 : 1));
			newest = newest.slice(0, mostItems);
		};
		return {
			story(story) {
				if (listedStatuses.includes(story.status))
					newest.push({ at: Date.parse(shownDate(story)), item: feedItem(story, newsroom) });
				if (newest.length > 2 * mostItems) keepNewest();
				return [];
			},
			collections() {
				keepNewest();
				const feed = feedFile(
					newsroom,
					newest.map(({ item }) => item),
				);
				return [{ path: 'feed.json', pieces: () => [jsonText(feed)] }];
			},
		};
	},
};
