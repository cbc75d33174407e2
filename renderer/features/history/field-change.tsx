import type { ReactNode } from 'react';
import type { FieldChange, ListFieldChange } from '#shared/document/diff/diff-fields.ts';
import { formatDay, formatMoment } from '#shared/document/format-date.ts';
import { isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { Status } from '#shared/model/workflow.ts';
import { useLinked } from '../../desk/linked-stories.ts';
import { type NewsroomView, useNewsroom } from '../../desk/newsroom-context.tsx';
import { statusNames } from '../../desk/status-names.ts';
import { Thumbnail } from './entries.tsx';
import { fieldNames } from './field-words.ts';
import { BeforeAfter, Pieces } from './pieces.tsx';

/** One field that differs: its name, what it was and is, and what can be done. */
export function FieldChangeView({ change, actions }: { change: FieldChange; actions: ReactNode }) {
	const name = fieldNames[change.field];
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
	const view = useNewsroom();
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
					before={valueWords(change.field, change.before, view)}
					after={valueWords(change.field, change.after, view)}
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
	const view = useNewsroom();
	if (typeof item === 'string') return field === 'categories' ? view.categoryLabel(item) : item;
	if ('name' in item) return [item.name, item.role].filter((word) => word !== '').join(', ');
	if ('date' in item) return `${formatDay(item.date, view.state.newsroom.locale)}: ${item.text}`;
	return <LinkWords link={item} />;
}

function LinkWords({ link }: { link: StoryLink | null }) {
	const id = link !== null && isArticleLink(link) ? link.article : null;
	const linked = useLinked(id === null ? [] : [id]);
	if (link === null) return 'None';
	if (!isArticleLink(link)) return <span dir="auto">{link.title === '' ? link.url : link.title}</span>;
	const headline = linked.get(link.article)?.headline ?? '';
	return <span dir="auto">{headline === '' ? 'A story that is gone' : headline}</span>;
}

function valueWords(field: FieldChange['field'], value: string | boolean | null, { state }: NewsroomView): string {
	if (value === null || value === '') return 'None';
	if (typeof value === 'boolean') return value ? 'On' : 'Off';
	if (field === 'status') {
		const status = Status.safeParse(value);
		return status.success ? statusNames[status.data] : value;
	}
	if (field === 'comments') return value === 'open' ? 'Open' : 'Closed';
	if (field === 'dateline.date') return formatDay(value, state.newsroom.locale);
	if (field.startsWith('dates.')) return formatMoment(new Date(value), state.newsroom);
	return value;
}
