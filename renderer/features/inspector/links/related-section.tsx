import { GripVertical, Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import type { SuggestedStory } from '#shared/contract/suggestions.ts';
import { articleFields } from '#shared/document/fields.ts';
import { isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { useLinked } from '../../../session/linked-stories.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Icon } from '../../../ui/icon.tsx';
import { fieldMark } from '../field-focus.ts';
import { PickerPopover } from '../picker-popover.tsx';
import { Section } from '../section.tsx';
import { LinkPicker } from './link-picker.tsx';
import { linkName, refuseRelated } from './link-rules.ts';
import { LinkView, linkTitle } from './linked-row.tsx';
import { stableKeys } from './reorder.ts';
import { ReorderList } from './reorder-list.tsx';
import { SuggestedStories } from './suggested/suggested-stories.tsx';

/** The links to other stories and pages that stand under the story. */
export function RelatedSection({
	session,
	suggested,
}: {
	session: StorySession;
	/** Stories that are offered. */
	suggested: readonly SuggestedStory[];
}) {
	const related = useField(session, 'related');
	const limit = useNewsroom().state.newsroom.limits.related;
	const ids = useMemo(() => related.filter(isArticleLink).map((link) => link.article), [related]);
	const linked = useLinked(ids);
	const keys = stableKeys(related, linkName);
	const change = (links: readonly StoryLink[]) => session.setField('related', [...links]);
	const remove = (key: string) => change(related.filter((_, index) => keys[index] !== key));

	const items = related.map((link, index) => {
		const key = keys[index] ?? linkName(link);
		const name = linkTitle(link, linked);
		return {
			key,
			name,
			content: (
				<div className="linked-row" {...fieldMark('related', index)}>
					<AriaButton slot="drag" className="drag-handle" aria-label={`Move ${name}`}>
						<Icon of={GripVertical} />
					</AriaButton>
					<LinkView link={link} linked={linked} />
					<span className="linked-buttons">
						<AriaButton className="linked-remove" aria-label={`Remove ${name}`} onPress={() => remove(key)}>
							<Icon of={X} size={14} />
						</AriaButton>
					</span>
				</div>
			),
		};
	});

	return (
		<Section title={articleFields.related.label} note={`${related.length} of ${limit}`} field="related">
			{items.length === 0 ? null : (
				<ReorderList
					label="Related posts"
					layout="stack"
					items={items}
					onReorder={(order) => change(order.flatMap((key) => related[keys.indexOf(key)] ?? []))}
					onRemove={remove}
				/>
			)}
			<DialogTrigger>
				<AriaButton className="inspector-add">
					<Icon of={Plus} />
					Add related post
				</AriaButton>
				<PickerPopover label="Add related post" className="link-picker" placement="start top" offset={20}>
					<LinkPicker
						self={session.id}
						taken={ids}
						refuse={(link) => refuseRelated(link, { id: session.id, related: session.getField('related') })}
						onChoose={(link) => change([...session.getField('related'), link])}
					/>
				</PickerPopover>
			</DialogTrigger>
			<SuggestedStories
				stories={suggested}
				title="Suggested"
				verb="Add"
				onTake={(article) => change([...session.getField('related'), { article }])}
			/>
			{related.length > limit ? (
				<p className="field-note">The newsroom’s limit is {limit}; readers may see only the first ones.</p>
			) : null}
		</Section>
	);
}
