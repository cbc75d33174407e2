/** What every program is told. */
export interface ProgramOptions {
	/** The newsroom that is measured. */
	readonly newsroom: string;
	/** The bundled worker that keeps the index. */
	readonly indexWorker: string;
	/** A folder that the program may fill. */
	readonly scratch: string;
	/** How often something is to be measured, where that can be chosen. */
	readonly times: number;
}

/** What a program measured, by name, and what else is worth telling. */
export interface Measurements {
	readonly samples: Readonly<Record<string, readonly number[]>>;
	readonly notes?: readonly string[];
}

/** One measurement, run in a process of its own. */
export type Program = (options: ProgramOptions) => Promise<Measurements>;
