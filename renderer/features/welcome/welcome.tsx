import { ArchiveRestore, CircleX } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RecentNewsroom } from '#shared/contract/newsroom.ts';
import type { Failure } from '#shared/failure.ts';
import { Button as PlainButton } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import {
	type CreateNewsroomAction,
	NewNewsroomForm,
	type OpenNewsroomAction,
	OpenNewsroomForm,
} from './newsroom-forms.tsx';
import './welcome.css';

/** What is shown while no newsroom is open. */
export function Welcome({
	problem,
	recent,
	canPick,
	onOpen,
	onCreate,
	onRestoreBackup,
}: {
	/** Why the newsroom that was asked for did not open. */
	problem: string | null;
	recent: readonly RecentNewsroom[];
	canPick: boolean;
	onOpen: OpenNewsroomAction;
	onCreate: CreateNewsroomAction;
	/** Asks which backup to bring back. */
	onRestoreBackup: () => void;
}) {
	const [failure, setFailure] = useState<Failure | null>(null);
	const shown = failure?.message ?? problem;
	return (
		<main className="welcome">
			<div className="welcome-sheet">
				<header className="welcome-head">
					<h1>Galley</h1>
					<p>Open the folder of a newsroom to write, preview and export its stories.</p>
				</header>
				{shown === null ? null : (
					<p className="welcome-problem" role="alert">
						<Icon of={CircleX} />
						<span>{shown}</span>
					</p>
				)}
				{recent.length === 0 ? null : (
					<section className="welcome-part" aria-labelledby="welcome-recent">
						<h2 id="welcome-recent">Recent newsrooms</h2>
						<ul>
							{recent.map(({ path, name }) => (
								<li key={path}>
									<Button
										className="recent-row"
										onPress={() => {
											void onOpen(path).then(setFailure);
										}}
									>
										<span className="recent-row-name">{name}</span>
										<span className="recent-row-path">{path}</span>
									</Button>
								</li>
							))}
						</ul>
					</section>
				)}
				<div className="welcome-columns">
					<section className="welcome-part" aria-labelledby="welcome-open">
						<h2 id="welcome-open">Open a newsroom</h2>
						<OpenNewsroomForm canPick={canPick} onOpen={onOpen} />
					</section>
					<section className="welcome-part" aria-labelledby="welcome-new">
						<h2 id="welcome-new">Make a new newsroom</h2>
						<NewNewsroomForm canPick={canPick} onCreate={onCreate} />
					</section>
				</div>
				<section className="welcome-part welcome-restore" aria-labelledby="welcome-restore">
					<h2 id="welcome-restore">Bring a newsroom back</h2>
					<p>A backup that Galley wrote becomes a newsroom again, in a folder of its own.</p>
					<PlainButton kind="bordered" icon={ArchiveRestore} onPress={onRestoreBackup}>
						Restore a backup…
					</PlainButton>
				</section>
			</div>
		</main>
	);
}
