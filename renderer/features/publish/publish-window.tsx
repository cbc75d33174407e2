import type { ReactNode } from 'react';
import type { StorySession } from '../../session/story-session.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { PublishProblems } from './publish-problems.tsx';
import type { PublishProps } from './publish-props.ts';
import type { Publishing } from './use-publishing.ts';

/** The window in which a story is published: what was refused, the checks, what is asked, and one button that does it. */
export function PublishWindow({
	title,
	intro,
	size,
	session,
	publishing,
	lead,
	action,
	blocked,
	onAction,
	onGoTo,
	onClose,
	children,
}: {
	title: string;
	intro: string;
	size?: 'wide';
	session: StorySession;
	publishing: Publishing;
	/** A button at the near side. */
	lead?: ReactNode;
	/** What the button says that it will do. */
	action: string;
	/** Why that cannot be done now; undefined when it can. */
	blocked: string | undefined;
	onAction: () => void;
	onGoTo: PublishProps['onGoTo'];
	onClose: () => void;
	children: ReactNode;
}) {
	const { refusal, problems } = publishing;
	return (
		<Dialog
			title={title}
			intro={intro}
			{...(size === undefined ? {} : { size })}
			onClose={onClose}
			foot={
				<>
					{lead}
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button kind="primary" {...(blocked === undefined ? {} : { disabledReason: blocked })} onPress={onAction}>
						{action}
					</Button>
				</>
			}
		>
			{refusal === null ? null : (
				<p className="publish-refusal" role="alert">
					{refusal}
				</p>
			)}
			<PublishProblems session={session} problems={problems} onGoTo={onGoTo} />
			{children}
		</Dialog>
	);
}
