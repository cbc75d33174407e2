import { z } from 'zod';
import { Line } from './text.ts';

/** What a target is called: "Site", "Staging". */
export const TargetName = Line.max(60).refine((name) => name.trim() !== '' && name === name.trim(), {
	error: 'must be a name of at most 60 characters, without spaces around it',
});

/** The name of a format, such as `publishable-json`. */
export const FormatName = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** The format of an export that names none. */
export const usualFormat = 'publishable-json';

/** A named place that exports go to. */
export const Target = z.object({
	name: TargetName,
	format: FormatName.default(usualFormat),
	/** A full path, or one from the folder in which the newsroom lies; never inside the newsroom. */
	folder: z
		.string()
		.max(4096)
		.refine((folder) => folder.trim() !== '' && !folder.includes('\0'), { error: 'must be a folder' }),
	options: z
		.object({
			/** Whether stories that are ready go there too, as on a staging site. */
			ready: z.boolean().default(false),
		})
		.default({ ready: false }),
	/** Whether publishing writes it at once. */
	onPublish: z.boolean().default(false),
});
export type Target = z.infer<typeof Target>;

/** The targets of a newsroom, each with a name of its own. */
export const Targets = z
	.array(Target)
	.max(20)
	.refine((targets) => new Set(targets.map(({ name }) => name.toLowerCase())).size === targets.length, {
		error: 'must have different names',
	});
