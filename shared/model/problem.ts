import type { Article } from './article.ts';

/** Where in a story something lies, so that the desk can take the editor there. */
export type FieldRef =
	| { readonly field: Exclude<keyof Article, '$schema' | 'id' | 'related'> }
	| { readonly field: 'block'; readonly block: string }
	| { readonly field: 'related'; readonly index: number };

/** One finding of the checks. Errors block the export; warnings do not. */
export interface Problem {
	/** The rule, such as `headline-missing`. */
	readonly check: string;
	readonly severity: 'error' | 'warning';
	readonly where: FieldRef;
	/** A sentence for the editor. */
	readonly message: string;
}
