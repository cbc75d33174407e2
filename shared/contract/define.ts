import type { z } from 'zod';

/** One operation of the contract: a strict schema of its input, and the type of its answer. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output = unknown> {
	/** `query` changes nothing; `command` may. */
	readonly kind: 'query' | 'command';
	readonly input: Input;
	/** The largest request in bytes of JSON that dispatch accepts. */
	readonly maxBytes: number;
	/** Only a type: what the operation answers. */
	readonly output?: Output;
}

/** What an operation's caller passes. */
export type InputOf<O> = O extends Operation<infer Input, unknown> ? z.input<Input> : never;
/** What the service gets: the input after parsing. */
export type ParsedInputOf<O> = O extends Operation<infer Input, unknown> ? z.output<Input> : never;
/** What an operation answers when it succeeds. */
export type OutputOf<O> = O extends Operation<z.ZodType, infer Output> ? Output : never;

const defaultMaxBytes = 8 * 1024 * 1024;

/** Carries an answer's type into a definition; there is nothing at run time. */
export function answers<Output>(): Output | undefined {
	return undefined;
}

/** Defines an operation that changes nothing. */
export function query<Input extends z.ZodType, Output>(
	input: Input,
	_output: Output | undefined,
	maxBytes = defaultMaxBytes,
): Operation<Input, Output> {
	return { kind: 'query', input, maxBytes };
}

/** Defines an operation that may change something. */
export function command<Input extends z.ZodType, Output>(
	input: Input,
	_output: Output | undefined,
	maxBytes = defaultMaxBytes,
): Operation<Input, Output> {
	return { kind: 'command', input, maxBytes };
}
