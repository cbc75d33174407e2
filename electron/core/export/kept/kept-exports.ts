import { basename, join } from 'node:path';
import { z } from 'zod';
import { LoggedExport } from '#shared/contract/targets.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { atomicWrite, exists, makeFolders } from '../../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../../disk/file-system.ts';
import { type Manifest, manifestFile, manifestText, readManifest } from '../folder/manifest.ts';
import { readTargetFile, type TargetFolder } from '../folder/target.ts';
import { hashOf } from '../pictures.ts';
import type { ExportKeeper } from './export-keeper.ts';
import { createExportLog, type ExportLog } from './export-log.ts';
import { type FileToKeep, type KeptFiles, openKeptFiles } from './kept-files.ts';
import { storyChanges } from './story-changes.ts';

/*
 * What is kept of the exports to a target, in a folder of the newsroom's `.galley`:
 *
 *     log             a line for everything that changed what the target holds
 *     exports/12.json which manifest export 12 had, for the last ten
 *     files/ab/abcd…  every file of those exports and their manifests, each once by its hash
 *     pending.json    the line of what is being done: it says what the target's manifest will be
 *
 * The line is written before the target is replaced and moved to the log after it. Whoever comes after a crash tells by the
 * target's manifest whether it was replaced, so the log agrees with the target whenever that was cut off.
 */

/** So many exports can be gone back to. */
const mostKept = 10;

const KeptExport = z.object({
	number: z.int().positive(),
	/** SHA-256 of its manifest, which is kept as a file. */
	manifest: z.string(),
	headlines: z.record(z.string(), z.string()),
});
/** An export that a target can be brought back to. */
export type KeptExport = z.infer<typeof KeptExport>;

/** Where and for whom something is kept. */
export interface KeptOptions {
	readonly disk: FileSystem;
	/** The target's own folder in the newsroom's `.galley`. */
	readonly folder: string;
	/** The newsroom, whose pictures lie where an export has them too. */
	readonly newsroom: string;
	readonly target: string;
	readonly now: () => Date;
	readonly who: () => Promise<string>;
	/** The headlines of stories of which no export tells any. */
	readonly headlines: (ids: readonly ArticleId[]) => Promise<ReadonlyMap<ArticleId, string>>;
	readonly log: (message: string, error?: unknown) => void;
}

/** What is kept of the exports to a target. */
export interface KeptExports {
	readonly log: ExportLog;
	readonly files: KeptFiles;
	readonly keeper: ExportKeeper;
	/** Whether something is being done, or was cut off in the middle of it. */
	isUnsettled(): Promise<boolean>;
	/** Ends what a crash left; only while nobody else writes to the target. */
	settle(target: TargetFolder): Promise<void>;
	/** Every export that can be gone back to, the oldest first. */
	exports(): Promise<readonly KeptExport[]>;
	/** The manifest of one, and its bytes; null when they are lost. */
	manifestOf(kept: KeptExport): Promise<{ readonly manifest: Manifest; readonly bytes: Uint8Array } | null>;
	/** Writes the line of what is about to be done. */
	begin(line: Omit<LoggedExport, 'number' | 'at' | 'who' | 'target'>): Promise<LoggedExport>;
	/** Moves that line to the log, once it is done. */
	done(): Promise<void>;
}

/** Opens what is kept of the exports to a target. */
export function openKeptExports(options: KeptOptions): KeptExports {
	const { disk, folder } = options;
	const log = createExportLog(disk, join(folder, 'log'));
	const files = openKeptFiles(join(folder, 'files'));
	const pendingFile = join(folder, 'pending.json');
	const exportFile = (number: number) => join(folder, 'exports', `${number}.json`);

	const readJson = async <Value>(path: string, schema: z.ZodType<Value>): Promise<Value | null> => {
		try {
			return schema.safeParse(JSON.parse(Buffer.from(await disk.readFile(path)).toString('utf8'))).data ?? null;
		} catch (error) {
			// One that is damaged is none; what it told of is whole without it.
			if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null;
			throw error;
		}
	};
	const writeJson = (path: string, value: unknown) =>
		atomicWrite(disk, path, Buffer.from(`${JSON.stringify(value)}\n`, 'utf8'));
	const removeFile = async (path: string) => {
		try {
			await disk.unlink(path);
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
		}
	};

	const numbers = async (): Promise<number[]> => {
		try {
			const names = (await disk.list(join(folder, 'exports'))).map(({ name }) => /^(\d+)\.json$/.exec(name)?.[1]);
			return names.flatMap((name) => (name === undefined ? [] : Number(name))).sort((a, b) => a - b);
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return [];
			throw error;
		}
	};
	const exports = async () => {
		const kept = await Promise.all((await numbers()).map((number) => readJson(exportFile(number), KeptExport)));
		return kept.flatMap((one) => one ?? []);
	};
	const manifestOf = async ({ manifest: hash }: KeptExport) => {
		const bytes = await files.read(hash);
		const manifest = readManifest(bytes, null, folder);
		return bytes === null || manifest === null ? null : { manifest, bytes };
	};

	const nextLine = async (line: Omit<LoggedExport, 'number' | 'at' | 'who' | 'target'>): Promise<LoggedExport> => ({
		number: ((await log.read()).at(-1)?.number ?? 0) + 1,
		at: options.now().toISOString(),
		who: await options.who(),
		target: options.target,
		...line,
	});
	const begin: KeptExports['begin'] = async (line) => {
		const pending = await nextLine(line);
		await writeJson(pendingFile, pending);
		return pending;
	};
	const done = async () => {
		const pending = await readJson(pendingFile, LoggedExport);
		if (pending === null) return;
		const last = (await log.read()).at(-1)?.number ?? 0;
		if (last < pending.number) await log.add(pending);
		await removeFile(pendingFile);
		// What is not wanted any more is in nobody's way.
		await prune(pending).catch((error: unknown) => options.log('earlier exports could not be cleared away', error));
	};
	const prune = async (now: LoggedExport) => {
		const all = await exports();
		const present = now.to ?? now.number;
		const dropped = all.slice(0, -mostKept).filter(({ number }) => number !== present);
		if (dropped.length === 0) return;
		for (const { number } of dropped) await removeFile(exportFile(number));
		const wanted = new Set<string>();
		for (const kept of all.filter((one) => !dropped.includes(one))) {
			wanted.add(kept.manifest);
			for (const hash of Object.values((await manifestOf(kept))?.manifest.files ?? {})) wanted.add(hash);
		}
		await files.removeOthers(wanted);
	};
	const settle = async ({ path }: TargetFolder) => {
		const pending = await readJson(pendingFile, LoggedExport);
		if (pending === null) return;
		const present = await readTargetFile(path, manifestFile);
		if (present !== null && hashOf(present) === pending.manifest) return done();
		if (pending.kind === 'export') await removeFile(exportFile(pending.number));
		await removeFile(pendingFile);
	};

	/** Keeps the files of an export that lie in a folder, and its manifest, under the number that it is going to have. */
	const keepExport = async (
		number: number,
		from: string,
		manifest: Manifest,
		known: ReadonlySet<string>,
		headlines: Readonly<Record<string, string>>,
	): Promise<string> => {
		const toKeep: FileToKeep[] = Object.entries(manifest.files)
			.filter(([, hash]) => !known.has(hash))
			.map(([path, hash]) => ({
				hash,
				from: join(from, path),
				// A picture that is named by its hash is never rewritten.
				lasting: basename(path).startsWith(hash.slice(0, 12)) ? join(options.newsroom, path) : null,
			}));
		const hash = hashOf(manifestText(manifest));
		await makeFolders(disk, join(folder, 'exports'));
		await files.keep([...toKeep, { hash, from: join(from, manifestFile), lasting: null }]);
		await writeJson(exportFile(number), { number, manifest: hash, headlines });
		return hash;
	};

	/** What was exported to the target before anything was kept of it can be gone back to as well. */
	const keepFound = async ({ path }: TargetFolder, before: Manifest, present: Uint8Array): Promise<void> => {
		for (const [name, hash] of Object.entries(before.files)) {
			const bytes = await readTargetFile(path, name);
			// Somebody changed it, so it is no export any more.
			if (bytes === null || hashOf(bytes) !== hash) return;
		}
		if (hashOf(present) !== hashOf(manifestText(before))) return;
		const headlines = Object.fromEntries(await options.headlines(Object.keys(before.stories)));
		const line = await nextLine({ kind: 'found', folder: path, to: null, manifest: hashOf(present), stories: [] });
		await keepExport(line.number, path, before, new Set(), headlines);
		await log.add(line);
	};

	const keeper: ExportKeeper = {
		begun: settle,
		async complete({ target, before, after, headlines: made }) {
			const present = await readTargetFile(target.path, manifestFile);
			const isLogged = present !== null && (await log.read()).at(-1)?.manifest === hashOf(present);
			if (present !== null && !isLogged) await keepFound(target, before, present);
			const all = await exports();
			const last = present === null ? undefined : all.findLast(({ manifest }) => manifest === hashOf(present));
			const kept = last === undefined ? null : await manifestOf(last);
			const told = new Map<ArticleId, string>();
			for (const one of all) for (const [id, headline] of Object.entries(one.headlines)) told.set(id, headline);
			for (const [id, headline] of made) told.set(id, headline);
			const ids = [...new Set([...Object.keys(after.stories), ...Object.keys(before.stories)])];
			const found = await options.headlines(ids.filter((id) => !told.has(id)));
			const headline = (id: ArticleId) => told.get(id) ?? found.get(id) ?? '';
			const number = ((await log.read()).at(-1)?.number ?? 0) + 1;
			const headlines = Object.fromEntries(Object.keys(after.stories).map((id) => [id, headline(id)]));
			const known = new Set(Object.values(kept?.manifest.files ?? {}));
			const manifest = await keepExport(number, target.next, after, known, headlines);
			const stories = storyChanges(before, after, headline);
			await begin({ kind: 'export', folder: target.path, to: null, manifest, stories });
		},
		async same({ path }, manifest) {
			// What was taken back is right as it is by now; else there is nothing to tell.
			const last = (await log.read()).at(-1);
			if (last === undefined || last.to === null) return;
			const now = (await exports()).find(({ number }) => number === last.to);
			await keepExport(last.number + 1, path, manifest, new Set(Object.values(manifest.files)), now?.headlines ?? {});
			await begin({ kind: 'export', folder: path, to: null, manifest: hashOf(manifestText(manifest)), stories: [] });
			await done();
		},
		swapped: done,
	};
	const isUnsettled = () => exists(disk, pendingFile);
	return { log, files, keeper, isUnsettled, settle, exports, manifestOf, begin, done };
}
