import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { fullTextSettings } from '#core/search-index/open-index.ts';
import { schema } from '#core/search-index/schema.ts';
import { indexText } from '#shared/text/search-text.ts';
import { peakMegabytes } from './memory.ts';
import type { Program } from './program.ts';

/** As many stories as the index puts into one transaction. */
const storiesInTransaction = 1000;
/** The tables with one row for each story, and those with several. */
const single = ['story', 'file', 'wide', 'body'] as const;
const several = ['link', 'owner'] as const;
/** The tables that all stories share, filled at the end. */
const shared = ['mix', 'facet'] as const;

type Row = readonly (string | number | null)[];
/** What is inserted for one story: rows by table. */
type StoryRows = ReadonlyMap<string, readonly Row[]>;

/**
 * Puts the very rows of a finished index into a bare database of the same form: the same tables and indexes, the same
 * settings of the database and of its full text, as many stories in a transaction, and for each row a run of a statement
 * that was prepared once. The log is moved into the database as it is after about each transaction. Only the insertion is
 * timed: the rows are read, and the words made, before. What an index does besides (listing and reading files, parsing,
 * looking up, telling) is left out.
 */
export const bareInsertion: Program = async ({ newsroom, floorDatabase }) => {
	for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${floorDatabase}${end}`, { force: true });
	const finished = new Database(join(newsroom, '.galley/index.db'), { readonly: true });
	const database = new Database(floorDatabase);
	let spent = 0;
	const time = (work: () => void) => {
		const since = performance.now();
		work();
		spent += performance.now() - since;
	};
	for (const pragma of [
		'locking_mode = exclusive',
		'journal_mode = wal',
		'synchronous = normal',
		'temp_store = memory',
	]) {
		database.prepare(`pragma ${pragma}`).get();
	}
	database.exec('pragma cache_size = -16384; pragma wal_autocheckpoint = 4000');
	time(() => database.exec(`begin; ${schema}; ${fullTextSettings}; commit`));
	const insert = insertion(database);
	for (const batch of batchesOf(finished)) {
		time(() => {
			database.exec('begin');
			for (const story of batch) for (const [table, rows] of story) for (const row of rows) insert(table, row);
			database.exec('commit');
		});
	}
	const rest = shared.map((table) => [table, rowsOf(finished, `select * from ${table}`)] as const);
	time(() => {
		database.exec('begin');
		for (const [table, rows] of rest) for (const row of rows) insert(table, row);
		database.exec('commit');
		database.close();
	});
	finished.close();
	return { samples: { inserted: [spent], peakMemory: [peakMegabytes()] } };
};

function insertion(database: Database.Database): (table: string, row: Row) => void {
	const statements = new Map<string, Database.Statement<[Row]>>();
	return (table, row) => {
		let statement = statements.get(table);
		if (statement === undefined) {
			const columns =
				table === 'heads' ? '(rowid, headline)' : table === 'words' ? '(rowid, headline, standfirst, rest)' : '';
			statement = database.prepare(`insert into ${table} ${columns} values (${row.map(() => '?').join(', ')})`);
			statements.set(table, statement);
		}
		statement.run(row);
	};
}

/** The rows of a finished index, story by story in the order in which they were put in. */
function* batchesOf(finished: Database.Database): Generator<StoryRows[]> {
	const more = several.map((table) => [table, byStory(rowsOf(finished, `select * from ${table}`))] as const);
	for (let after = 0; ; ) {
		const range = `where n > ${after} order by n limit ${storiesInTransaction}`;
		const tables = single.map((table) => [table, rowsOf(finished, `select * from ${table} ${range}`)] as const);
		const headlines = rowsOf(finished, `select n, json_extract(summary, '$.headline') from wide ${range}`);
		const bodies = tables.find(([table]) => table === 'body')?.[1] ?? [];
		if (bodies.length === 0) return;
		yield bodies.map(([n = 0, standfirst, rest], index) => {
			const headline = indexText(String(headlines[index]?.[1] ?? ''));
			const rows = new Map<string, readonly Row[]>();
			for (const [table, found] of tables) rows.set(table, found.slice(index, index + 1));
			for (const [table, found] of more) rows.set(table, found.get(n) ?? []);
			rows.set('heads', [[n, headline]]);
			rows.set('words', [[n, headline, indexText(String(standfirst)), indexText(String(rest))]]);
			return rows;
		});
		after = Number(bodies.at(-1)?.[0]);
	}
}

/** In both tables of several rows a story is the second column. */
function byStory(rows: readonly Row[]): Map<Row[number], Row[]> {
	const groups = new Map<Row[number], Row[]>();
	for (const row of rows) {
		const n = row[1] ?? null;
		const group = groups.get(n);
		if (group === undefined) groups.set(n, [row]);
		else group.push(row);
	}
	return groups;
}

function rowsOf(database: Database.Database, sql: string): Row[] {
	return database
		.prepare(sql)
		.raw()
		.all([])
		.filter((row): row is Row => Array.isArray(row));
}
