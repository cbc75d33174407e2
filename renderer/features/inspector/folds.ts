import { articleFields, type Fold, fieldNames } from '#shared/document/fields.ts';

export type { Fold };

/** The fields of a story that the inspector holds, each with its tab and the part that must be unfolded to reach it. */
export const inspectorFields = fieldNames.flatMap((name) => {
	const { place } = articleFields[name];
	if (place.at !== 'story' && place.at !== 'notes') return [];
	return [{ name, tab: place.at, fold: place.at === 'story' ? place.fold : null }];
});
