import { join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { type HouseStyle, HouseStyleFile, readStyleRules, type StyleRule } from '#shared/model/house-style.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import type { NewsroomPath } from '../disk/newsroom-path.ts';
import { readSettings, type SettingsFormat, writeSettings } from '../json/settings-file.ts';

/** The newsroom's house style in its folder. */
export const houseStyleFile = 'house-style.json';

const format: SettingsFormat<HouseStyleFile> = { schema: HouseStyleFile, urn: 'urn:galley:house-style:' };

/** Reads the house style. One that cannot be read keeps nobody from the stories: it has no rule, and says why. */
export async function readHouseStyle(disk: FileSystem, path: NewsroomPath): Promise<HouseStyle> {
	const none = (problem: string | null): HouseStyle => ({ rules: [], bad: [], problem });
	try {
		const read = await readSettings(disk, join(path, houseStyleFile), format);
		if (read === null) return none(null);
		if (read.kind === 'damaged') {
			const place = read.line === null ? '' : ` on line ${read.line}`;
			return none(`${houseStyleFile} is damaged${place}. ${read.reason} Mend it in a text editor.`);
		}
		const problem = read.isNewer ? `A newer Galley wrote ${houseStyleFile}. Update Galley to change it.` : null;
		return { ...readStyleRules(read.value.rules), problem };
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		return none(`${houseStyleFile} cannot be read (${code}). Check the file's permissions and the disk.`);
	}
}

/**
 * Saves the rules; durable once it returns. Those of the file that do not fit stay behind them as they are, unless they are
 * to be dropped; a file that is damaged as a whole is a `FailureError` and stays.
 */
export async function saveHouseStyle(
	disk: FileSystem,
	path: NewsroomPath,
	rules: readonly StyleRule[],
	dropsBad: boolean,
): Promise<HouseStyle> {
	const before = await readHouseStyle(disk, path);
	const file = join(path, houseStyleFile);
	if (before.problem !== null) throw new FailureError('newsroom-unusable', before.problem, file);
	try {
		const read = await readSettings(disk, file, format);
		const known = read?.kind === 'settings' ? read.value.rules : [];
		const bad = dropsBad ? [] : before.bad.map(({ number }) => known[number - 1]);
		await writeSettings(disk, file, format, { $schema: 'urn:galley:house-style:1', rules: [...rules, ...bad] });
	} catch (error) {
		throw diskFailure(error, 'save', houseStyleFile);
	}
	return readHouseStyle(disk, path);
}
