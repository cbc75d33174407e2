import { z } from 'zod';

/** What is looked for in texts, and how. */
export const FindQuery = z.strictObject({
	text: z.string().min(1).max(1000),
	matchCase: z.boolean(),
	/** Only where no letter or digit stands beside it. */
	wholeWord: z.boolean(),
	/** Read as a regular expression, in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax). */
	isPattern: z.boolean(),
});
export type FindQuery = z.infer<typeof FindQuery>;
