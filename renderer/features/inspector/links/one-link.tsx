import { Plus, Repeat2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { type ArticleId, isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { useLinked } from '../../../session/linked-stories.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { PopoverProps } from '../../../ui/overlays/popover.tsx';
import { PickerPopover } from '../picker-popover.tsx';
import { LinkPicker } from './link-picker.tsx';
import { LinkView, linkTitle } from './linked-row.tsx';

/** One link to a story or a page elsewhere, that is chosen, changed and cleared. */
export function OneLink({
	self,
	link,
	choose,
	clear,
	placement,
	refuse,
	onChange,
}: {
	/** The story that has the link; it is never offered. */
	self: ArticleId;
	link: StoryLink | null;
	/** What choosing it is called. */
	choose: string;
	/** What clearing it is called, before its name. */
	clear: string;
	placement: NonNullable<PopoverProps['placement']>;
	/** Why it may not be chosen, in a sentence; null when it may. */
	refuse: (link: StoryLink) => string | null;
	onChange: (link: StoryLink | null) => void;
}) {
	const ids = useMemo(() => (link !== null && isArticleLink(link) ? [link.article] : []), [link]);
	const linked = useLinked(ids);
	const [isOpen, setOpen] = useState(false);
	const picker = (
		<PickerPopover label={choose} className="link-picker" placement={placement} offset={20}>
			<LinkPicker
				self={self}
				taken={ids}
				refuse={refuse}
				onChoose={(chosen) => {
					onChange(chosen);
					setOpen(false);
				}}
			/>
		</PickerPopover>
	);
	return link === null ? (
		<DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
			<AriaButton className="inspector-add">
				<Icon of={Plus} />
				{choose}
			</AriaButton>
			{picker}
		</DialogTrigger>
	) : (
		<div className="linked-row next-read">
			<LinkView link={link} linked={linked} />
			<span className="linked-buttons">
				<DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
					<AriaButton className="linked-remove" aria-label={choose}>
						<Icon of={Repeat2} size={14} />
					</AriaButton>
					{picker}
				</DialogTrigger>
				<AriaButton
					className="linked-remove"
					aria-label={`${clear}: ${linkTitle(link, linked)}`}
					onPress={() => onChange(null)}
				>
					<Icon of={X} size={14} />
				</AriaButton>
			</span>
		</div>
	);
}
