import type { Result } from '../failure.ts';
import type { ArticleId } from '../model/article.ts';
import { articles, type IndexState, search } from './articles.ts';
import { backup } from './backup.ts';
import type { ContinuedChange } from './changes.ts';
import type { InputOf, Operation, OutputOf, ParsedInputOf } from './define.ts';
import { documents } from './documents.ts';
import { exporting, type JobState, jobs } from './export.ts';
import { history } from './history.ts';
import { journal } from './journal.ts';
import { app, dialogs, media, newsroom, preferences } from './newsroom.ts';
import type { DueReport } from './publish.ts';
import { references } from './references.ts';
import { targets } from './targets.ts';

/** Every operation of Galley, by group and name; nothing else crosses between renderer and core. */
export const contract = {
	app,
	newsroom,
	articles,
	references,
	search,
	media,
	documents,
	history,
	journal,
	export: exporting,
	targets,
	backup,
	jobs,
	preferences,
	dialogs,
};
export type Contract = typeof contract;

type Group = keyof Contract;
/** The full name of an operation, such as `articles.save`. */
export type OperationName = { [G in Group]: `${G}.${Extract<keyof Contract[G], string>}` }[Group];

/** The contract as the renderer calls it: `host.articles.save({ article, basedOn })`. */
export type Facade = {
	readonly [G in Group]: {
		readonly [N in keyof Contract[G]]: (input: InputOf<Contract[G][N]>) => Promise<Result<OutputOf<Contract[G][N]>>>;
	};
};

/**
 * The contract as the core implements it; inputs are parsed, failures are thrown as `FailureError`. What is about a
 * newsroom gets the one that the request names, and must ask for no other.
 */
export type Services<Newsroom> = {
	readonly [G in Group]: { readonly [N in keyof Contract[G]]: Service<Contract[G][N], Newsroom> };
};

type Service<O, Newsroom> = O extends { readonly about: 'app' }
	? (input: ParsedInputOf<O>) => Promise<OutputOf<O>>
	: (input: ParsedInputOf<O>, newsroom: Newsroom) => Promise<OutputOf<O>>;

/** What the core tells everybody, in the past tense. */
export interface Events {
	/** Another newsroom is open, or its settings or categories changed. */
	'newsroom.changed': Record<never, never>;
	/** These stories were saved, made, trashed or restored. */
	'articles.changed': { readonly ids: readonly ArticleId[] };
	/** How far the index is; at most ten times a second. */
	'index.changed': { readonly state: IndexState };
	/** These stories have new revisions in their history. */
	'history.changed': { readonly ids: readonly ArticleId[] };
	/** Stories whose time had come were published, or could not be. */
	'schedule.ran': DueReport;
	/** A change of many stories that was cut off is whole now, or could not be made whole. */
	'changes.continued': ContinuedChange;
	/** A target stands otherwise than before; `written` is how many stories it was just given without being asked. */
	'targets.changed': { readonly name: string; readonly written: number };
	'jobs.changed': { readonly job: string; readonly state: JobState };
}
export type EventName = keyof Events;
export type GalleyEvent = { [N in EventName]: { readonly name: N; readonly payload: Events[N] } }[EventName];

/** Builds the facade over one `request` function; a transport supplies that. */
export function makeFacade(request: (name: OperationName, input: unknown) => Promise<Result<unknown>>): Facade {
	const facade: Record<string, Record<string, (input: unknown) => Promise<Result<unknown>>>> = {};
	for (const [group, operations] of Object.entries(contract)) {
		const calls: Record<string, (input: unknown) => Promise<Result<unknown>>> = {};
		for (const name of Object.keys(operations))
			calls[name] = (input) => request(`${group}.${name}` as OperationName, input);
		facade[group] = calls;
	}
	return facade as Facade;
}

const operations: ReadonlyMap<string, Operation> = new Map(
	Object.entries(contract).flatMap(([group, ofGroup]) =>
		Object.entries(ofGroup).map(([name, operation]) => [`${group}.${name}`, operation]),
	),
);

/** Finds an operation by its full name; null for any other string. */
export function findOperation(name: string): Operation | null {
	return operations.get(name) ?? null;
}
