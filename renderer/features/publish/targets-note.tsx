import type { TargetState } from '#shared/contract/targets.ts';
import { writtenTargets } from '../../session/use-targets.ts';

/** Says which targets publishing writes at once, and what is to be known of them. */
export function TargetsNote({ targets }: { targets: readonly TargetState[] }) {
	const written = targets.filter(({ onPublish }) => onPublish);
	const names = writtenTargets(targets);
	if (names === null) return null;
	const others = targets.filter(({ onPublish }) => !onPublish).map(({ name }) => name);
	return (
		<div className="publish-targets">
			<p className="publish-note">
				{names} {written.length === 1 ? 'is' : 'are'} written at once
				{others.length === 0
					? '.'
					: `; ${others.join(', ')} ${others.length === 1 ? 'gets' : 'get'} it with the next export.`}
			</p>
			{written.map(({ name, standing }) =>
				standing.kind === 'rolled back' ? (
					<p key={name} className="publish-note">
						{name} was taken back to export {standing.to}; publishing brings all of it up to date again.
					</p>
				) : standing.kind === 'behind' ? (
					<p key={name} className="publish-note">
						{name} is behind. {standing.reason}
					</p>
				) : null,
			)}
		</div>
	);
}
