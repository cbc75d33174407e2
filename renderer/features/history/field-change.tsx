import type { ReactNode } from 'react';
import type { FieldChange, ListFieldChange } from '#shared/document/diff/compare-field.ts';
import { itemWords, linkWords, valueWords } from '#shared/document/field-words.ts';
import { fieldAt } from '#shared/document/fields.ts';
import { isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { useLinked } from '../../session/linked-stories.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Thumbnail } from './entries.tsx';
import { BeforeAfter, Pieces } from './pieces.tsx';

/** One field that differs: its name, what it was and is, and what can be done. */
export function FieldChangeView({ change, actions }: { change: FieldChange; actions: ReactNode }) {
	const name = fieldAt(change.field).label;
	return (
		<section className="diff-block diff-field" aria-label={name}>
			<header className="diff-head">
				<span className="diff-what">{name}</span>
				<span className="diff-actions">{actions}</span>
			</header>
			<div
				className="diff-field-text"
				data-story={change.field === 'headline' || change.field === 'standfirst' ? '' : undefined}
			>
				<Change change={change} />
			</div>
		</section>
	);
}

function Change({ change }: { change: FieldChange }) {
	const { newsroom } = useNewsroom().state;
	switch (change.kind) {
		case 'text':
			return (
				<p dir="auto">
					<Pieces pieces={change.pieces} />
				</p>
			);
		case 'value':
			return (
				<BeforeAfter
					before={valueWords(change.field, change.before, newsroom)}
					after={valueWords(change.field, change.after, newsroom)}
				/>
			);
		case 'picture': {
			const [before, after] = [change.before, change.after].map((picture) =>
				picture === null ? 'None' : <Thumbnail key={picture.media} media={picture.media} />,
			);
			return <BeforeAfter before={before} after={after} />;
		}
		case 'link':
			return <BeforeAfter before={<LinkWords link={change.before} />} after={<LinkWords link={change.after} />} />;
		case 'list':
			return <ListChange change={change} />;
	}
}

function ListChange({ change }: { change: ListFieldChange }) {
	const { added, removed, changed, reordered } = change;
	return (
		<ul className="diff-items">
			{removed.map((item) => (
				<li key={`- ${JSON.stringify(item)}`}>
					<del>
						<ItemWords item={item} field={change.field} />
					</del>
				</li>
			))}
			{added.map((item) => (
				<li key={`+ ${JSON.stringify(item)}`}>
					<ins>
						<ItemWords item={item} field={change.field} />
					</ins>
				</li>
			))}
			{changed.map(({ before, after }) => (
				<li key={JSON.stringify([before, after])}>
					<BeforeAfter
						before={<ItemWords item={before} field={change.field} />}
						after={<ItemWords item={after} field={change.field} />}
					/>
				</li>
			))}
			{reordered ? <li>The order changed.</li> : null}
		</ul>
	);
}

type ListItem = ListFieldChange['before'][number];

function ItemWords({ item, field }: { item: ListItem; field: ListFieldChange['field'] }) {
	const { state, categoryLabel } = useNewsroom();
	if (typeof item === 'object' && ('article' in item || 'title' in item)) return <LinkWords link={item} />;
	return itemWords(item, field, { category: categoryLabel, story: () => gone, dateStyle: state.newsroom });
}

const gone = 'A story that is gone';

function LinkWords({ link }: { link: StoryLink | null }) {
	const id = link !== null && isArticleLink(link) ? link.article : null;
	const linked = useLinked(id === null ? [] : [id]);
	if (link === null) return 'None';
	return <span dir="auto">{linkWords(link, { story: (story) => linked.get(story)?.headline || gone })}</span>;
}
