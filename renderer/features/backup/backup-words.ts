import type { BackupReport, LeftOut } from '#shared/contract/backup.ts';

/** A size as a person reads it, such as `3.2 MB`. */
export function sizeWords(bytes: number, locale: string): string {
	const [value, unit] =
		bytes < 1000
			? [bytes, 'byte']
			: bytes < 1_000_000
				? [bytes / 1000, 'kilobyte']
				: bytes < 1_000_000_000
					? [bytes / 1_000_000, 'megabyte']
					: [bytes / 1_000_000_000, 'gigabyte'];
	const digits = unit === 'byte' || unit === 'kilobyte' ? 0 : 1;
	return value.toLocaleString(locale, {
		style: 'unit',
		unit,
		unitDisplay: unit === 'byte' ? 'long' : 'short',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}

/** A number of files with its noun. */
export function countFiles(count: number, locale: string): string {
	return count === 1 ? '1 file' : `${count.toLocaleString(locale)} files`;
}

/** What a backup holds: "Backed up and verified: 47 files, 3.2 MB". */
export function backedUpWords({ files, bytes }: Pick<BackupReport, 'files' | 'bytes'>, locale: string): string {
	return `Backed up and verified: ${countFiles(files, locale)}, ${sizeWords(bytes, locale)}`;
}

const reasons: Readonly<Record<LeftOut['why'], string>> = {
	link: 'is a link to another place',
	name: 'has a name that not every disk can hold',
	size: 'is larger than a gigabyte',
	special: 'is neither a file nor a folder',
	unreadable: 'cannot be read',
};

/** Why something of the newsroom is not in its backup, as a sentence. */
export function leftOutWords({ path, why }: LeftOut): string {
	return `${path} ${reasons[why]}.`;
}

/** The path that a backup made on this day gets at first: beside the newsroom, never in it. */
export function suggestedBackup(newsroomPath: string, today: Date): string {
	const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
	return `${newsroomPath.replace(/[\\/]+$/, '')} ${day}.zip`;
}

/** The path as it is used: without the blanks around it, and ending in `.zip`. */
export function zipPath(typed: string): string {
	const path = typed.trim();
	return path === '' || /\.zip$/i.test(path) ? path : `${path}.zip`;
}
