import type { ReactNode } from 'react';
import { articleFields } from '#shared/document/fields.ts';
import { statusEntry } from '#shared/model/status.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useField } from '../../session/use-story.ts';
import { StatusDot } from '../../ui/display/status-dot.tsx';
import { Section } from './section.tsx';

/** Where the story stands on its way to the reader, and under it what stands in the way. */
export function StatusSection({ session, children }: { session: StorySession; children: ReactNode }) {
	const status = useField(session, 'status');
	const { label, note } = statusEntry(status);
	return (
		<Section title={articleFields.status.label}>
			<p className="status-line">
				<StatusDot status={status} />
				<span>
					<b>{label}</b> <span className="inspector-note">{note}</span>
				</span>
			</p>
			{children}
		</Section>
	);
}
