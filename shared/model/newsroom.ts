import { z } from 'zod';
import { CommentsSetting, LanguageTag } from './article.ts';
import { Targets } from './target.ts';
import { Line } from './text.ts';
import { OptionalWebUrl } from './url.ts';

/** A time zone of the IANA database, such as `Europe/Brussels`. */
const TimeZone = z.string().refine(
	(zone) => {
		try {
			new Intl.DateTimeFormat('en', { timeZone: zone });
			return true;
		} catch {
			return false; // Intl throws for an unknown zone; that is the answer
		}
	},
	{ error: 'is not a time zone such as Europe/Brussels' },
);

/** The box that invites readers to the newsletter. */
const NewsletterBox = z.object({
	title: Line.default('Newsletter'),
	text: Line.default(''),
	button: Line.default('Subscribe'),
});

/** How much a field may hold before Galley warns. */
export const Limits = z.object({
	headline: z.int().positive().default(90),
	standfirst: z.int().positive().default(160),
	keyPoints: z.int().positive().default(5),
	related: z.int().positive().default(6),
});

/** `newsroom.json`: what holds for every story of a newsroom. */
export const Newsroom = z.object({
	$schema: z.literal('urn:galley:newsroom:1'),
	name: Line.refine((name) => name.trim() !== '', { error: 'must not be empty' }),
	siteUrl: OptionalWebUrl.default(''),
	language: LanguageTag.default('en'),
	/** How dates are written, a BCP 47 tag; `en-GB` gives "Monday, 31 March 2025". */
	locale: LanguageTag.default('en-GB'),
	timeZone: TimeZone.default('UTC'),
	newsletter: NewsletterBox.default({ title: 'Newsletter', text: '', button: 'Subscribe' }),
	comments: CommentsSetting.default('open'),
	limits: Limits.default({ headline: 90, standfirst: 160, keyPoints: 5, related: 6 }),
	/** What the newsroom chose for its checks, by their ids, as it was written; the checks read it. */
	checks: z.record(z.string().max(100), z.unknown()).default({}),
	/** Where exports go. */
	targets: Targets.default([]),
});
export type Newsroom = z.infer<typeof Newsroom>;
