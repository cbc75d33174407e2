import { dirname, join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { CategoriesFile, type Category } from '#shared/model/category.ts';
import type { HouseStyle } from '#shared/model/house-style.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import { PeopleFile, type Person } from '#shared/model/person.ts';
import type { WordList } from '#shared/model/word-list.ts';
import { atomicCreate, atomicWrite, exists, makeFolders, syncFolder, temporaryBeside } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { absolutePath, checkNewsroomPath, type NewsroomPath, refuseInsideNewsroom } from '../disk/newsroom-path.ts';
import type { FileDamage } from '../json/parsed-file.ts';
import { readSettings, type SettingsFormat, writeSettings } from '../json/settings-file.ts';
import { houseStyleFile, readHouseStyle } from './house-style-file.ts';
import { readWordList, wordsFile } from './words-file.ts';

const newsroomFile: SettingsFormat<Newsroom> = { schema: Newsroom, urn: 'urn:galley:newsroom:' };
const categoriesFile: SettingsFormat<CategoriesFile> = { schema: CategoriesFile, urn: 'urn:galley:categories:' };

const peopleFile: SettingsFormat<PeopleFile> = { schema: PeopleFile, urn: 'urn:galley:people:' };

/** The files that say what holds for all stories, in the newsroom's folder. */
export const settingsFiles: readonly string[] = [
	'newsroom.json',
	'categories.json',
	'people.json',
	houseStyleFile,
	wordsFile,
];

/** A newsroom's folder and what holds for all of its stories. */
export interface NewsroomFolder {
	readonly path: NewsroomPath;
	readonly newsroom: Newsroom;
	readonly categories: readonly Category[];
	readonly people: readonly Person[];
	readonly houseStyle: HouseStyle;
	readonly words: WordList;
	/** Why nothing can be saved here, in a sentence; null when it can. */
	readonly readOnly: string | null;
	/** Whether that is because a newer Galley wrote it. */
	readonly isNewer: boolean;
}

/** Throws when nothing can be saved in this newsroom: it may only be read, or the disk that holds it is gone. */
export async function mustBeWritable(disk: FileSystem, folder: NewsroomFolder): Promise<void> {
	if (folder.readOnly !== null) throw new FailureError(folder.isNewer ? 'newer-format' : 'disk', folder.readOnly);
	await mustBeThere(disk, folder);
}

/** Throws when the newsroom itself is gone, so that a disk that was pulled out is not taken for stories that were deleted. */
export async function mustBeThere(disk: FileSystem, { path }: NewsroomFolder): Promise<void> {
	// An empty folder is left where a disk was mounted, so the folder alone proves nothing.
	const isThere = await exists(disk, join(path, 'newsroom.json')).catch((error: unknown) => {
		throw diskFailure(error, 'read', `newsroom.json in ${path}`);
	});
	if (isThere) return;
	throw new FailureError(
		'disk',
		`The newsroom ${path} cannot be reached: its newsroom.json is gone. Connect the disk that holds it again, or bring the file back.`,
		path,
	);
}

/** Opens a folder that holds a `newsroom.json`, changing nothing; a folder that cannot be used is a `FailureError`. */
export async function openNewsroomFolder(disk: FileSystem, untrustedPath: string): Promise<NewsroomFolder> {
	const { path, mayWrite } = await checkNewsroomPath(disk, untrustedPath);
	const settings = await readOrFail(disk, path, 'newsroom.json', newsroomFile);
	if (settings === null) {
		throw new FailureError(
			'newsroom-unusable',
			`The folder ${path} is not a newsroom: it holds no newsroom.json. Choose another folder, or make a new newsroom in an empty one.`,
			path,
		);
	}
	const taxonomy = await readOrFail(disk, path, 'categories.json', categoriesFile);
	const people = await readOrFail(disk, path, 'people.json', peopleFile);
	const isNewer = [settings, taxonomy, people].some((file) => file?.isNewer);
	let readOnly: string | null = null;
	if (isNewer) {
		readOnly = 'A newer Galley wrote this newsroom. You can read it; update Galley to change it.';
	} else if (!mayWrite) {
		readOnly = `Galley may not write to ${path}. You can read it; to change stories, change the folder's permissions.`;
	}
	return {
		path,
		newsroom: settings.value,
		categories: taxonomy?.value.categories ?? [],
		people: people?.value.people ?? [],
		houseStyle: await readHouseStyle(disk, path),
		words: await readWordList(disk, path),
		readOnly,
		isNewer,
	};
}

async function readOrFail<Value>(disk: FileSystem, path: NewsroomPath, name: string, format: SettingsFormat<Value>) {
	let read: Awaited<ReturnType<typeof readSettings<Value>>>;
	try {
		read = await readSettings(disk, join(path, name), format);
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		throw new FailureError(
			'newsroom-unusable',
			`${name} in ${path} cannot be read (${code}). Check the file's permissions and the disk.`,
			join(path, name),
		);
	}
	if (read?.kind === 'damaged') throw damagedSettings(path, name, read);
	return read;
}

function damagedSettings(path: NewsroomPath, name: string, { reason, line }: FileDamage): FailureError {
	const place = line === null ? '' : ` on line ${line}`;
	return new FailureError(
		'newsroom-unusable',
		`${name} in ${path} is damaged${place}. ${reason} Nothing was changed: mend the file in a text editor or bring back an earlier copy of it, then open the newsroom again.`,
		join(path, name),
	);
}

/** Makes an empty newsroom in a folder that is missing or empty, and in no other newsroom. */
export async function createNewsroomFolder(disk: FileSystem, untrustedPath: string, name: string): Promise<void> {
	const path = absolutePath(untrustedPath);
	await refuseFullFolder(disk, path);
	await refuseInsideNewsroom(disk, path);
	const newsroom = Newsroom.safeParse({ $schema: 'urn:galley:newsroom:1', name });
	if (!newsroom.success) throw new FailureError('bad-input', 'A newsroom needs a name. Type one.', 'name');
	const taxonomy: CategoriesFile = { $schema: 'urn:galley:categories:1', categories: [] };
	try {
		for (const folder of ['articles', 'media']) await makeFolders(disk, join(path, folder));
		await makeOwnFolder(disk, path);
		await atomicCreate(disk, join(path, 'categories.json'), jsonBytes(taxonomy));
		// newsroom.json last: it is what makes the folder a newsroom.
		await atomicCreate(disk, join(path, 'newsroom.json'), jsonBytes(newsroom.data));
	} catch (error) {
		throw diskFailure(error, 'make', `the newsroom in ${path}`);
	}
}

/** Throws unless a folder is missing or empty. */
export async function refuseFullFolder(disk: FileSystem, path: string): Promise<void> {
	try {
		if ((await disk.list(path)).length === 0) return;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return;
		if (errorCode(error) === 'ENOTDIR' && (await exists(disk, path))) {
			throw new FailureError('newsroom-unusable', `${path} is a file. Choose a folder for the newsroom.`, path);
		}
		throw diskFailure(error, 'read', path);
	}
	throw new FailureError(
		'newsroom-unusable',
		`The folder ${path} is not empty. Choose an empty folder or a new name, so that nothing in it is mixed up.`,
		path,
	);
}

/** Makes the folder `.galley`, which git is told to pass over. */
export async function makeOwnFolder(disk: FileSystem, path: string): Promise<void> {
	await makeFolders(disk, join(path, '.galley'));
	const ignore = join(path, '.galley', '.gitignore');
	if (!(await exists(disk, ignore))) await atomicCreate(disk, ignore, Buffer.from('*\n', 'utf8'));
}

/** Copies the sample newsroom to a folder that is missing; it appears whole or not at all. */
export async function copySampleNewsroom(disk: FileSystem, sample: string, path: string): Promise<void> {
	await refuseInsideNewsroom(disk, path);
	const unfinished = temporaryBeside(path);
	try {
		await makeFolders(disk, dirname(path));
		await copyFolder(disk, sample, unfinished);
		await makeOwnFolder(disk, unfinished);
		await disk.rename(unfinished, path);
		await syncFolder(disk, dirname(path));
	} catch (error) {
		await disk.removeFolder(unfinished);
		throw diskFailure(error, 'make', `the sample newsroom in ${path}`);
	}
}

async function copyFolder(disk: FileSystem, from: string, to: string): Promise<void> {
	await makeFolders(disk, to);
	for (const entry of await disk.list(from)) {
		if (entry.isDirectory()) await copyFolder(disk, join(from, entry.name), join(to, entry.name));
		else if (entry.isFile())
			await atomicCreate(disk, join(to, entry.name), await disk.readFile(join(from, entry.name)));
	}
}

/** Saves the newsroom's settings; durable once it returns. */
export async function saveNewsroomSettings(disk: FileSystem, path: NewsroomPath, newsroom: Newsroom): Promise<void> {
	await saveFile(disk, path, 'newsroom.json', newsroomFile, newsroom);
}

/** Saves the taxonomy; durable once it returns. A taxonomy that does not hang together is a `FailureError`. */
export async function saveCategoriesFile(
	disk: FileSystem,
	path: NewsroomPath,
	categories: readonly Category[],
): Promise<void> {
	const parsed = CategoriesFile.safeParse({ $schema: 'urn:galley:categories:1', categories });
	if (!parsed.success) {
		const message = parsed.error.issues[0]?.message ?? 'they do not fit together';
		throw new FailureError('bad-input', `The categories were not saved: ${message}.`, 'categories');
	}
	await saveFile(disk, path, 'categories.json', categoriesFile, parsed.data);
}

/** The taxonomy as its file holds it now, with the bytes of that; a file that is missing is empty. */
export async function readCategoriesFile(
	disk: FileSystem,
	path: NewsroomPath,
): Promise<{ readonly categories: readonly Category[]; readonly bytes: Uint8Array }> {
	const read = await readOrFail(disk, path, 'categories.json', categoriesFile);
	if (read === null) return { categories: [], bytes: new Uint8Array(0) };
	return {
		categories: read.value.categories,
		bytes: Buffer.from(`${read.text.hasMark ? '\ufeff' : ''}${read.text.text}`, 'utf8'),
	};
}

/** Puts the taxonomy's file back to bytes that it had before; durable once it returns. */
export async function putCategoriesBack(disk: FileSystem, path: NewsroomPath, bytes: Uint8Array): Promise<void> {
	try {
		await atomicWrite(disk, join(path, 'categories.json'), bytes);
	} catch (error) {
		throw diskFailure(error, 'save', 'categories.json');
	}
}

/** Saves the newsroom's people; durable once it returns. A list that does not hang together is a `FailureError`. */
export async function savePeopleFile(disk: FileSystem, path: NewsroomPath, people: readonly Person[]): Promise<void> {
	const parsed = PeopleFile.safeParse({ $schema: 'urn:galley:people:1', people });
	if (!parsed.success) {
		const message = parsed.error.issues[0]?.message ?? 'they do not fit together';
		throw new FailureError('bad-input', `The people were not saved: ${message}.`, 'people');
	}
	await saveFile(disk, path, 'people.json', peopleFile, parsed.data);
}

async function saveFile<Value>(
	disk: FileSystem,
	path: NewsroomPath,
	name: string,
	format: SettingsFormat<Value>,
	value: Value,
): Promise<void> {
	let damage: FileDamage | null;
	try {
		damage = await writeSettings(disk, join(path, name), format, value);
	} catch (error) {
		throw diskFailure(error, 'save', name);
	}
	if (damage !== null) throw damagedSettings(path, name, damage);
}

function jsonBytes(value: unknown): Uint8Array {
	return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}
