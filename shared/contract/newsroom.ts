import { z } from 'zod';
import type { ArticleId } from '../model/article.ts';
import { MediaPath } from '../model/block.ts';
import { Category } from '../model/category.ts';
import { type HouseStyle, StyleRule } from '../model/house-style.ts';
import { Newsroom } from '../model/newsroom.ts';
import { Person } from '../model/person.ts';
import { type Preferences, SomePreferences } from '../model/preferences.ts';
import { WebUrl } from '../model/url.ts';
import { ListedWord, type WordList } from '../model/word-list.ts';
import { answers, command, ofApp, query } from './define.ts';

export interface RecentNewsroom {
	readonly path: string;
	readonly name: string;
}

/**
 * Tells one newsroom from every other, also from a copy of it: made from the real place of its folder, so that it stays
 * the same when Galley starts anew.
 */
export const NewsroomId = z.string().regex(/^[0-9a-f]{32}$/);
export type NewsroomId = z.infer<typeof NewsroomId>;

export type NewsroomState =
	| {
			readonly kind: 'none';
			readonly recent: readonly RecentNewsroom[] /** Why the one asked for did not open. */;
			readonly problem: string | null;
	  }
	| {
			readonly kind: 'open';
			/** What requests name it by. */
			readonly id: NewsroomId;
			readonly path: string;
			readonly newsroom: Newsroom;
			readonly categories: readonly Category[];
			readonly people: readonly Person[];
			readonly houseStyle: HouseStyle;
			readonly words: WordList;
			/** Why nothing can be saved here, such as a folder that may not be written; null when it can. */
			readonly readOnly: string | null;
			readonly recent: readonly RecentNewsroom[];
	  };

const none = z.strictObject({});
const folder = z.string().min(1).max(4096);

export const newsroom = {
	current: ofApp(query(none, answers<NewsroomState>())),
	/** Opens a folder that holds a `newsroom.json`; a folder that cannot be used is a failure and the open one stays. */
	open: ofApp(command(z.strictObject({ path: folder }), answers<NewsroomState>())),
	/** Makes an empty newsroom in a folder that is missing or empty, and opens it. */
	create: ofApp(command(z.strictObject({ path: folder, name: z.string().min(1).max(200) }), answers<NewsroomState>())),
	saveSettings: command(z.strictObject({ newsroom: Newsroom }), answers<NewsroomState>()),
	/** Replaces the taxonomy; stories keep slugs that are no longer in it. */
	saveCategories: command(z.strictObject({ categories: z.array(Category).max(5000) }), answers<NewsroomState>()),
	/** Replaces the list of people; stories keep names that are no longer in it. */
	savePeople: command(z.strictObject({ people: z.array(Person).max(5000) }), answers<NewsroomState>()),
	/** Replaces the rules of the house style; those of its file that cannot be read stay, unless they are to be dropped. */
	saveHouseStyle: command(
		z.strictObject({ rules: z.array(StyleRule).max(5000), dropsBad: z.boolean() }),
		answers<NewsroomState>(),
	),
	/** Adds words to the newsroom's word list and removes others. */
	changeWords: command(
		z.strictObject({ add: z.array(ListedWord).max(5000), remove: z.array(ListedWord).max(5000) }),
		answers<NewsroomState>(),
	),
};

export const preferences = {
	get: ofApp(query(none, answers<Preferences>())),
	/** Changes the fields that are given. */
	set: ofApp(command(SomePreferences, answers<Preferences>())),
};

/** What this host can do beyond the core. */
export interface HostCapabilities {
	/** Native folder dialogs; without them the editor types a path. */
	readonly pickFolder: boolean;
	/** Native dialogs for a file that is there. */
	readonly pickFile: boolean;
	/** Native dialogs for the name of a file to write. */
	readonly saveFile: boolean;
	/** Showing a folder in the system's file manager. */
	readonly revealFolder: boolean;
	/** A native menu that offers the commands. */
	readonly menu: boolean;
}

export const app = {
	info: ofApp(query(none, answers<{ readonly version: string; readonly capabilities: HostCapabilities }>())),
};

export const dialogs = {
	/** Asks for a folder in a native dialog; null when the person cancels. */
	pickFolder: ofApp(
		command(
			z.strictObject({ title: z.string().max(200), startAt: z.string().max(4096).nullable().default(null) }),
			answers<{ readonly path: string } | null>(),
		),
	),
	/** Asks for a file with one of these endings in a native dialog; null when the person cancels. */
	pickFile: ofApp(
		command(
			z.strictObject({ title: z.string().max(200), endings: z.array(z.string().regex(/^[a-z0-9]{1,16}$/)).max(20) }),
			answers<{ readonly path: string } | null>(),
		),
	),
	/**
	 * Asks where to write a file; null when the person cancels. The dialog asks by itself before a file is replaced, and
	 * nothing is written.
	 */
	saveFile: ofApp(
		command(
			z.strictObject({ title: z.string().max(200), startAt: z.string().max(4096).nullable().default(null) }),
			answers<{ readonly path: string } | null>(),
		),
	),
	revealFolder: ofApp(command(z.strictObject({ path: folder }), answers<null>())),
};

/** 25 MB of image is 34 MB of base64. */
const mediaMaxBytes = 36 * 1024 * 1024;

export interface AddedMedia {
	readonly media: MediaPath;
	readonly width: number;
	readonly height: number;
}

/** A picture of the newsroom with the words of its last use; empty where no story shows it. */
export interface LibraryPicture {
	readonly media: MediaPath;
	readonly alt: string;
	readonly caption: string;
	readonly credit: string;
	/** In how many stories it stands. */
	readonly stories: number;
}

/** One stretch of the pictures of a newsroom, those used last first. */
export interface LibraryPictures {
	readonly pictures: readonly LibraryPicture[];
	/** How many there are in all. */
	readonly total: number;
}

/** A story that shows a picture. */
export interface PictureUse {
	readonly id: ArticleId;
	readonly headline: string;
}

/** What a page of the web says of itself; null for what it does not. */
export interface PageDescription {
	readonly title: string | null;
	readonly picture: MediaPath | null;
}

export const media = {
	/** Pictures with these words in what is said of them, or in the headlines of their stories; without words all. */
	list: query(
		z.strictObject({
			text: z.string().max(400).default(''),
			offset: z.int().min(0).max(10_000_000).default(0),
			limit: z.int().min(1).max(500).default(100),
		}),
		answers<LibraryPictures>(),
	),
	/** The stories that show a picture, the one changed last first; a hundred at most. */
	uses: query(z.strictObject({ media: MediaPath }), answers<readonly PictureUse[]>()),
	/** Stores an image under its content's hash; the same image twice is stored once. */
	add: command(z.strictObject({ name: z.string().max(400), base64: z.base64() }), answers<AddedMedia>(), mediaMaxBytes),
	/** Asks a page of the web for its title and its picture, and stores that; only because somebody asked for this very one. */
	describe: command(z.strictObject({ url: WebUrl }), answers<PageDescription>()),
	/** Fetches a picture from the web and stores it; only because somebody asked for this very one. */
	fetch: command(z.strictObject({ url: WebUrl }), answers<AddedMedia>()),
};
