import Database from 'libsql';
import { IndexDamaged } from './index-failure.ts';

/** What a column holds. */
export type Value = string | number | null;
/** What stands for a question mark. */
export type Parameter = Value | Uint8Array;

/** A database with its prepared statements; a statement is prepared once for each text. */
export interface Connection {
	/** Answers the number of the row that was inserted last. */
	run(sql: string, parameters?: readonly Parameter[]): number;
	/** The first row, or null; of numbers only. */
	row(sql: string, parameters?: readonly Parameter[]): readonly Value[] | null;
	/** Rows of numbers only. */
	rows(sql: string, parameters?: readonly Parameter[]): readonly (readonly Value[])[];
	/** Rows with texts: `select` these columns `from` what follows. */
	texts(columns: readonly string[], from: string, parameters?: readonly Parameter[]): readonly (readonly Value[])[];
	/** The numbers of the rows, of which there may be very many: `select rowid from` what follows. */
	rowids(from: string, parameters?: readonly Parameter[]): readonly number[];
	/** Several statements at once, without parameters. */
	script(sql: string): void;
	readonly isInTransaction: boolean;
	close(): void;
}

/** Filters make ever new texts; the oldest statements are let go. */
const mostStatements = 300;

/** Opens a database file; `:memory:` keeps it in memory. */
export function connect(file: string): Connection {
	const database = new Database(file);
	const statements = new Map<string, Database.Statement<[readonly Parameter[]]>>();
	const prepare = (sql: string) => {
		const present = statements.get(sql);
		if (present !== undefined) return present;
		const statement = database.prepare<[readonly Parameter[]]>(sql);
		if (statement.reader) statement.raw();
		statements.set(sql, statement);
		for (const oldest of statements.keys()) {
			if (statements.size <= mostStatements) break;
			statements.delete(oldest);
		}
		return statement;
	};
	return {
		run(sql, parameters = []) {
			return Number(prepare(sql).run(parameters).lastInsertRowid);
		},
		row(sql, parameters = []) {
			const row = prepare(sql).get(parameters);
			return isRow(row) ? row : null;
		},
		rows: (sql, parameters = []) => prepare(sql).all(parameters).filter(isRow),
		texts(columns, from, parameters = []) {
			// As one value, for each costs a call; and as bytes, for libsql ends the process at a text that is damaged.
			const names = columns.map((_, at) => `c${at}`);
			const named = columns.map((column, at) => `${column} as c${at}`);
			const sql = `select cast(json_group_array(json_array(${names})) as blob) from (select ${named} ${from})`;
			return readArray(prepare(sql).get(parameters)).filter(isRow);
		},
		rowids(from, parameters = []) {
			const sql = `select cast(json_group_array(rowid) as blob) from (select rowid from ${from})`;
			// Nothing but whole numbers can stand there, and to look at each of a hundred thousand takes long.
			return readArray(prepare(sql).get(parameters)) as readonly number[];
		},
		script(sql) {
			database.exec(sql);
		},
		get isInTransaction() {
			return database.inTransaction;
		},
		close() {
			try {
				letGo(database);
			} finally {
				statements.clear();
				database.close();
			}
		},
	};
}

/**
 * Lets go of the file. The database closes only once each of its statements was collected, and would hold the file until
 * then; and it can give up its exclusive lock only outside of the mode with a log.
 */
function letGo(database: Database.Database): void {
	if (database.inTransaction) database.exec('rollback');
	try {
		for (const sql of [
			'pragma journal_mode = delete',
			'pragma locking_mode = normal',
			'select count(*) from sqlite_schema',
		])
			database.prepare(sql).get();
	} catch (error) {
		// A damaged database is given up either way.
		if (!(error instanceof Database.SqliteError)) throw error;
	}
}

/** The array that a row holds as the bytes of its JSON. */
function readArray(row: unknown): readonly unknown[] {
	const bytes: unknown = Array.isArray(row) ? row[0] : null;
	if (!(bytes instanceof Uint8Array) || bytes.length === 0) return [];
	const values = readJson(decodeText(bytes));
	return Array.isArray(values) ? values : [];
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of these bytes; what is no UTF-8 is damage. */
function decodeText(bytes: Uint8Array): string {
	try {
		return decoder.decode(bytes);
	} catch (error) {
		throw new IndexDamaged('A text of the index is damaged.', { cause: error });
	}
}

/** Reads JSON that the index keeps; what does not parse is damage. */
export function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new IndexDamaged('What the index keeps is damaged.', { cause: error });
	}
}

function isRow(row: unknown): row is readonly Value[] {
	return Array.isArray(row);
}

/** A number of a row; what is no number is 0. */
export function numberAt(row: readonly Value[] | null, column: number): number {
	const value = row?.[column];
	return typeof value === 'number' ? value : 0;
}

/** A text of a row; what is no text is empty. */
export function textAt(row: readonly Value[] | null, column: number): string {
	const value = row?.[column];
	return typeof value === 'string' ? value : '';
}
