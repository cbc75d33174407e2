import { Target, usualFormat } from '#shared/model/target.ts';

/** A target while it is edited. */
export interface TargetDraft extends Target {
	/** Tells it from the others, whatever it is called. */
	readonly key: string;
}

/** What is wrong with a target, in a sentence for each field. */
export interface TargetErrors {
	readonly name?: string;
	readonly folder?: string;
}

type CheckedTargets =
	| { readonly ok: true; readonly targets: readonly Target[] }
	| { readonly ok: false; readonly errors: ReadonlyMap<string, TargetErrors> };

/** Begins to edit targets. */
export function targetDraftsOf(targets: readonly Target[]): readonly TargetDraft[] {
	return targets.map((target) => ({ ...target, key: target.name }));
}

/** A target that is being added; the first one is what publishing writes. */
export function newTarget(key: string, isFirst: boolean): TargetDraft {
	return { key, name: '', format: usualFormat, folder: '', options: { ready: false }, onPublish: isFirst };
}

/** Makes targets of what was typed, or says what is wrong with which. */
export function checkTargets(drafts: readonly TargetDraft[]): CheckedTargets {
	const errors = new Map<string, TargetErrors>();
	const targets: Target[] = [];
	for (const { key, ...draft } of drafts) {
		const name = draft.name.trim();
		const isTwin = drafts.some((other) => other.key !== key && other.name.trim().toLowerCase() === name.toLowerCase());
		const parsed = Target.safeParse({ ...draft, name, folder: draft.folder.trim() });
		const fails = (field: string) => !parsed.success && parsed.error.issues.some(({ path }) => path[0] === field);
		const nameError = fails('name')
			? 'Give it a name of at most 60 characters.'
			: isTwin
				? 'Another target has this name.'
				: null;
		const folderError = fails('folder') ? 'Say in which folder its files go.' : null;
		if (nameError !== null || folderError !== null) {
			errors.set(key, {
				...(nameError === null ? {} : { name: nameError }),
				...(folderError === null ? {} : { folder: folderError }),
			});
		}
		if (parsed.success) targets.push(parsed.data);
	}
	return errors.size === 0 ? { ok: true, targets } : { ok: false, errors };
}
