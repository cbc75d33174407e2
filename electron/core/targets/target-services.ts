import type { Services } from '#shared/contract/index.ts';
import { checkTarget } from '../export/folder/target.ts';
import type { JobRunner } from '../jobs.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import type { TargetKeeper } from './keep-targets.ts';
import { giveTarget } from './owed.ts';
import { findTarget, folderOfTarget, logOf, planTarget, planTargetRollBack, rollTargetBack } from './target-exports.ts';

/** The operations on targets; `changed` hears of a target that stands otherwise than before. */
export function targetServices(
	jobs: JobRunner,
	keeper: TargetKeeper,
	changed: (name: string) => void,
): Pick<Services<OpenNewsroom>, 'targets'> {
	return {
		targets: {
			states: (_, newsroom) => keeper.states(newsroom),
			plan: ({ name, scope }, newsroom) => planTarget(newsroom, findTarget(newsroom, name), scope),
			write: async ({ name, scope }, newsroom) => {
				const target = findTarget(newsroom, name);
				// A folder that cannot be used is told at once, before there is a job.
				await checkTarget(folderOfTarget(newsroom, target), newsroom.folder().path);
				const job = jobs.start(async (tools) => {
					const report = await giveTarget(newsroom, target, scope, tools);
					changed(target.name);
					return { kind: 'finished', report };
				});
				return { job };
			},
			catchUp: async ({ name }, newsroom) => {
				keeper.catchUp(newsroom, findTarget(newsroom, name));
				return null;
			},
			log: ({ name, limit }, newsroom) => logOf(newsroom, findTarget(newsroom, name), limit),
			planRollBack: ({ name, to }, newsroom) => planTargetRollBack(newsroom, findTarget(newsroom, name), to),
			rollBack: async ({ name, to }, newsroom) => {
				const target = findTarget(newsroom, name);
				const plan = await rollTargetBack(newsroom, target, to);
				changed(target.name);
				return plan;
			},
		},
	};
}
