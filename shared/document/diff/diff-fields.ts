import type { Article } from '../../model/article.ts';
import { comparedFields, fieldCompares } from '../fields.ts';
import type { ComparedField, FieldChange } from './compare-field.ts';

/** What changed in a story's fields, in the file's order; the key points and the body are compared by themselves. */
export function diffFields(before: Article, after: Article): FieldChange[] {
	const changesOf = <Name extends ComparedField>(name: Name): FieldChange[] =>
		fieldCompares[name].compare(before[name], after[name], name);
	return comparedFields.flatMap((name) => changesOf(name));
}
