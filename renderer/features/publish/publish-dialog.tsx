import { useState } from 'react';
import type { FieldRef } from '#shared/model/problem.ts';
import { usePublishAsked } from '../../session/told-problems.ts';
import { useField } from '../../session/use-story.ts';
import { FirstPublication } from './first-publication.tsx';
import type { ChangesProps, FirstProps, PublishProps } from './publish-props.ts';
import { PublishedChanges } from './published-changes.tsx';
import './publish.css';

/** Gives readers a story, now or at a set time, or the changes of a published one: after the checks, and what they will see. */
export function PublishDialog({
	page,
	comparison,
	onOpen,
	onGoTo,
	...props
}: PublishProps & FirstProps & ChangesProps) {
	const status = useField(props.session, 'status');
	usePublishAsked(props.session);
	// Which of the two it is about stays while it is open, though the story is published meanwhile.
	const [isOut] = useState(status === 'published');
	const goTo = (where: FieldRef, opens?: boolean) => {
		props.onClose();
		onGoTo(where, opens);
	};
	return isOut ? (
		<PublishedChanges
			{...props}
			comparison={comparison}
			onGoTo={goTo}
			onOpen={(id, where) => {
				props.onClose();
				onOpen(id, where);
			}}
		/>
	) : (
		<FirstPublication {...props} page={page} onGoTo={goTo} />
	);
}
