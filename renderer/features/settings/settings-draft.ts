import { Newsroom } from '#shared/model/newsroom.ts';

/** The settings while they are edited: every field as it is typed. */
export interface SettingsDraft {
	readonly name: string;
	readonly siteUrl: string;
	readonly language: string;
	readonly locale: string;
	readonly timeZone: string;
	readonly comments: Newsroom['comments'];
	readonly newsletterTitle: string;
	readonly newsletterText: string;
	readonly newsletterButton: string;
}

export type SettingsErrors = Partial<Record<keyof SettingsDraft, string>>;
export type CheckedSettings =
	| { readonly ok: true; readonly newsroom: Newsroom }
	| { readonly ok: false; readonly errors: SettingsErrors };

/** Begins to edit a newsroom's settings. */
export function draftOf(newsroom: Newsroom): SettingsDraft {
	return {
		name: newsroom.name,
		siteUrl: newsroom.siteUrl,
		language: newsroom.language,
		locale: newsroom.locale,
		timeZone: newsroom.timeZone,
		comments: newsroom.comments,
		newsletterTitle: newsroom.newsletter.title,
		newsletterText: newsroom.newsletter.text,
		newsletterButton: newsroom.newsletter.button,
	};
}

/** A sentence for each field that the model may refuse. */
const sentences: Readonly<Record<string, readonly [keyof SettingsDraft, string]>> = {
	name: ['name', 'Give the newsroom a name.'],
	siteUrl: ['siteUrl', 'A web address begins with https:// or http://; leave it empty where there is no site.'],
	language: ['language', 'Write a language tag such as en or pt-BR.'],
	locale: ['locale', 'Write a language tag such as en-GB.'],
	timeZone: ['timeZone', 'Write a time zone such as Europe/Brussels.'],
};

/** Makes settings of what was typed, or says what is wrong with each field. */
export function checkSettings(draft: SettingsDraft, before: Newsroom): CheckedSettings {
	const parsed = Newsroom.safeParse({
		...before,
		name: draft.name.trim(),
		siteUrl: draft.siteUrl.trim(),
		language: draft.language.trim(),
		locale: draft.locale.trim(),
		timeZone: draft.timeZone.trim(),
		comments: draft.comments,
		newsletter: {
			...before.newsletter,
			title: draft.newsletterTitle,
			text: draft.newsletterText,
			button: draft.newsletterButton,
		},
	});
	if (parsed.success) return { ok: true, newsroom: parsed.data };
	const errors: SettingsErrors = {};
	for (const issue of parsed.error.issues) {
		const [field, sentence] = sentences[issue.path.join('.')] ?? ['name', issue.message];
		errors[field] = sentence;
	}
	return { ok: false, errors };
}
