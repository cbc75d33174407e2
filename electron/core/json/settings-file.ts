import type { z } from 'zod';
import { atomicCreate, atomicWrite } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { asJson, parseJsonTree, treeOf, writeJsonTree } from './json-tree.ts';
import { type FileDamage, type FileText, readJson, readText, schemaDamage, textBytes } from './parsed-file.ts';
import { mergeIntoRaw } from './raw-merge.ts';

/** One of the newsroom's own files: its schema, and the name of its format without the number. */
export interface SettingsFormat<Value> {
	readonly schema: z.ZodType<Value>;
	/** Such as `urn:galley:newsroom:`; this version knows format 1. */
	readonly urn: string;
}

/** A settings file as it was read. */
export interface SettingsFile<Value> {
	readonly kind: 'settings';
	readonly value: Value;
	/** Whether a newer Galley wrote it, so that it must not be written. */
	readonly isNewer: boolean;
}

type ReadSettings<Value> = (SettingsFile<Value> & { readonly text: FileText }) | FileDamage;

/** Reads a settings file; null when there is none. */
export async function readSettings<Value>(
	disk: FileSystem,
	path: string,
	format: SettingsFormat<Value>,
): Promise<ReadSettings<Value> | null> {
	let bytes: Uint8Array;
	try {
		bytes = await disk.readFile(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
	const text = readText(bytes);
	if (text.kind === 'damaged') return text;
	const json = readJson(text.text);
	if (json.kind === 'damaged') return json;
	const { value, isNewer } = asFirstFormat(json.value, format.urn);
	const parsed = format.schema.safeParse(value);
	if (parsed.success) return { kind: 'settings', value: parsed.data, isNewer, text };
	if (!isNewer) return schemaDamage(text.text, parsed.error);
	return { kind: 'damaged', reason: 'A newer Galley wrote it. Update Galley to open this newsroom.', line: null };
}

function asFirstFormat(value: unknown, urn: string): { value: unknown; isNewer: boolean } {
	if (typeof value !== 'object' || value === null || !('$schema' in value)) return { value, isNewer: false };
	const { $schema } = value;
	if (typeof $schema !== 'string' || !$schema.startsWith(urn)) return { value, isNewer: false };
	const number = Number($schema.slice(urn.length));
	if (!Number.isInteger(number) || number <= 1) return { value, isNewer: false };
	return { value: { ...value, $schema: `${urn}1` }, isNewer: true };
}

/** Writes a settings file over the one that is there, keeping what this version does not know; an equal one is left alone. */
export async function writeSettings<Value>(
	disk: FileSystem,
	path: string,
	format: SettingsFormat<Value>,
	next: Value,
): Promise<FileDamage | null> {
	const present = await readSettings(disk, path, format);
	if (present === null) {
		await atomicCreate(disk, path, Buffer.from(`${JSON.stringify(next, null, 2)}\n`, 'utf8'));
		return null;
	}
	if (present.kind === 'damaged') return present;
	const raw = parseJsonTree(present.text.text);
	const canonical = asJson(present.value);
	const merged = mergeIntoRaw(raw, canonical, asJson(next));
	if (merged === raw) return null;
	const tree = merged.kind === 'object' ? merged : treeOf(asJson(next));
	await atomicWrite(disk, path, textBytes(`${writeJsonTree(tree)}\n`, present.text));
	return null;
}
