import { checksOf } from '#shared/document/checks/check-settings.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { fixOf } from '#shared/document/fixes/fix-table.ts';
import type { Article } from '#shared/model/article.ts';
import type { FieldRef, Problem } from '#shared/model/problem.ts';
import { showToast } from '../ui/overlays/toast.tsx';
import { useNewsroom } from './newsroom-context.tsx';
import type { StorySession } from './story-session.ts';
import { useReadOnly } from './use-story.ts';

/** What is offered about a problem. */
interface OfferedFix {
	readonly verb: 'Fix' | 'Show';
	readonly run: () => void;
}

/**
 * What to offer about each problem of a story: it is put right in one step that can be undone, or its picker is opened, or
 * the editor is led to its field. Words that are only proposed are told to `onProposed`.
 */
export function useFixes(
	session: StorySession,
	onGoTo: (where: FieldRef, opens: boolean) => void,
	onProposed?: (where: FieldRef) => void,
): (problem: Problem) => OfferedFix {
	const { newsroom, categories } = useNewsroom().state;
	const isReadOnly = useReadOnly(session) !== null;
	return (problem) => {
		const fix = isReadOnly ? null : fixOf(problem);
		return {
			verb: fix !== null || problem.severity === 'error' ? 'Fix' : 'Show',
			run() {
				const before = session.getArticle();
				const context = { categories, checks: checksOf(newsroom) };
				const fixed = fix?.kind === 'edit' ? fix.fix(before, problem.where, context) : null;
				// What was found a moment ago may be gone by now.
				if (fixed === null || isSameValue(before, fixed.article)) return onGoTo(problem.where, fix?.kind === 'opens');
				change(session, before, fixed.article);
				showToast(fixed.said, { label: 'Undo', run: () => change(session, fixed.article, before) });
				if (fixed.proposed !== undefined) onProposed?.(fixed.proposed);
			},
		};
	};
}

/** Makes of a story what `after` differs from `before`, in one step; what else was changed stays. */
function change(session: StorySession, before: Article, after: Article): void {
	session.takeBack({ before: after, after: before });
}
