import type { z } from 'zod';

/** What an operation is about: one newsroom, which each request names, or Galley itself. */
export type Scope = 'newsroom' | 'app';

/** One operation of the contract: a strict schema of its input, and the type of its answer. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output = unknown, About extends Scope = Scope> {
	/** `query` changes nothing; `command` may. */
	readonly kind: 'query' | 'command';
	readonly about: About;
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

/** Defines an operation on a newsroom that changes nothing. */
export function query<Input extends z.ZodType, Output>(
	input: Input,
	_output: Output | undefined,
	maxBytes = defaultMaxBytes,
): Operation<Input, Output, 'newsroom'> {
	return { kind: 'query', about: 'newsroom', input, maxBytes };
}

/** Defines an operation on a newsroom that may change something. */
export function command<Input extends z.ZodType, Output>(
	input: Input,
	_output: Output | undefined,
	maxBytes = defaultMaxBytes,
): Operation<Input, Output, 'newsroom'> {
	return { kind: 'command', about: 'newsroom', input, maxBytes };
}

/** Says that an operation is about Galley itself, so that its request names no newsroom. */
export function ofApp<Input extends z.ZodType, Output>(
	operation: Operation<Input, Output>,
): Operation<Input, Output, 'app'> {
	return { ...operation, about: 'app' };
}
