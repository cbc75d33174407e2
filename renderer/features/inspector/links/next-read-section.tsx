import { Plus, Repeat2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { articleFields } from '#shared/document/fields.ts';
import { isArticleLink } from '#shared/model/article.ts';
import { useLinked } from '../../../session/linked-stories.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Icon } from '../../../ui/icon.tsx';
import { PickerPopover } from '../picker-popover.tsx';
import { Section } from '../section.tsx';
import { LinkPicker } from './link-picker.tsx';
import { refuseLink } from './link-rules.ts';
import { LinkView, linkTitle } from './linked-row.tsx';

/** The one story that is offered at the end of the page. */
export function NextReadSection({ session }: { session: StorySession }) {
	const link = useField(session, 'nextRead');
	const ids = useMemo(() => (link !== null && isArticleLink(link) ? [link.article] : []), [link]);
	const linked = useLinked(ids);
	const [isOpen, setOpen] = useState(false);
	const picker = (
		<PickerPopover label="Choose next read" className="link-picker" placement="start" offset={20}>
			<LinkPicker
				self={session.id}
				taken={ids}
				refuse={(chosen) => refuseLink(chosen, session.id)}
				onChoose={(chosen) => {
					session.setField('nextRead', chosen);
					setOpen(false);
				}}
			/>
		</PickerPopover>
	);
	return (
		<Section title={articleFields.nextRead.label} field="nextRead">
			{link === null ? (
				<DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
					<AriaButton className="inspector-add">
						<Icon of={Plus} />
						Choose next read
					</AriaButton>
					{picker}
				</DialogTrigger>
			) : (
				<div className="linked-row next-read">
					<LinkView link={link} linked={linked} />
					<span className="linked-buttons">
						<DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
							<AriaButton className="linked-remove" aria-label="Choose next read">
								<Icon of={Repeat2} size={14} />
							</AriaButton>
							{picker}
						</DialogTrigger>
						<AriaButton
							className="linked-remove"
							aria-label={`Clear next read: ${linkTitle(link, linked)}`}
							onPress={() => session.setField('nextRead', null)}
						>
							<Icon of={X} size={14} />
						</AriaButton>
					</span>
				</div>
			)}
		</Section>
	);
}
