import { useEffect, useState } from 'react';
import type { ReferenceChange, TouchedStories } from '#shared/contract/references.ts';
import type { Failure } from '#shared/failure.ts';
import { type Category, Slug } from '#shared/model/category.ts';
import type { Person } from '#shared/model/person.ts';
import { statusEntry } from '#shared/model/status.ts';
import { foldName } from '#shared/text/search-text.ts';
import { slugify } from '#shared/text/slug.ts';
import { useHost } from '../../../host/host-context.tsx';
import type { JobRun } from '../../../session/basics/use-job.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { writtenTargets } from '../../../session/use-targets.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { Progress } from '../../../ui/display/progress.tsx';
import { Dialog, DialogSpace } from '../../../ui/overlays/dialog.tsx';
import {
	actionWords,
	carriedIn,
	nameIn,
	questionTitle,
	type ReferenceQuestion,
	touchedWords,
} from './reference-question.ts';
import './references.css';
import { NamedStories } from '../../../ui/display/named-stories.tsx';

/** Asks what becomes of a category, a tag or an author, shows the stories that it touches, and how far the change is. */
export function ReferenceDialog({
	question,
	tags,
	run,
	onChange,
	onCancel,
	onClose,
}: {
	question: ReferenceQuestion;
	/** The tags that there are. */
	tags: readonly string[];
	/** The change under way; null before. */
	run: JobRun | null;
	onChange: (change: ReferenceChange) => void;
	onCancel: () => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { newsroom, categories, people } = useNewsroom().state;
	const { locale } = newsroom;
	const [touched, setTouched] = useState<TouchedStories | null>(null);
	const [failure, setFailure] = useState<Failure | null>(null);
	const [label, setLabel] = useState(nameIn(question));
	const [slug, setSlug] = useState('category' in question ? question.category.slug : '');
	const [slugFollows, setSlugFollows] = useState(true);
	const [other, setOther] = useState('');
	useEffect(() => {
		let isShown = true;
		const ask = async () => {
			const result = await host.references.touched({ carried: carriedIn(question) });
			if (!isShown) return;
			if (result.ok) setTouched(result.value);
			else setFailure(result.failure);
		};
		void ask();
		return () => {
			isShown = false;
		};
	}, [host, question]);

	if (run !== null) {
		const { done, total } = run.kind === 'running' ? run : { done: 0, total: 0 };
		const far =
			total === 0
				? 'Looking for the stories…'
				: `${done.toLocaleString(locale)} of ${total.toLocaleString(locale)} stories`;
		return (
			<Dialog
				title={questionTitle(question)}
				dismissable={false}
				onClose={onClose}
				foot={
					<>
						<DialogSpace />
						<Button autoFocus onPress={onCancel}>
							Cancel
						</Button>
					</>
				}
			>
				<Progress label={questionTitle(question)} done={done} total={total} note={far} />
			</Dialog>
		);
	}

	const decided = decide(question, { label, slug, other }, categories, people);
	const missing = touched === null ? 'The stories are being looked for.' : undefined;
	return (
		<Dialog
			title={questionTitle(question)}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind={question.kind === 'remove' || question.kind === 'remove-tag' ? 'danger' : 'primary'}
						disabledReason={missing ?? (decided.ok ? undefined : decided.reason)}
						onPress={() => {
							if (decided.ok) onChange(decided.change);
						}}
					>
						{actionWords(question, decided.ok && decided.isNameOnly ? 0 : (touched?.count ?? 0), locale)}
					</Button>
				</>
			}
		>
			<div className="reference-question">
				{question.kind === 'rename' ? (
					<>
						<TextField
							label="Name"
							value={label}
							autoFocus
							autoComplete="off"
							onChange={(next) => {
								setLabel(next);
								if (slugFollows && next.trim() !== '') setSlug(slugify(next));
							}}
						/>
						<TextField
							label="Slug"
							note="It stands in addresses and in every story. Left as it is, no story is changed."
							value={slug}
							error={decided.ok ? undefined : decided.slugError}
							autoComplete="off"
							spellCheck="false"
							onChange={(next) => {
								setSlug(next);
								setSlugFollows(false);
							}}
						/>
					</>
				) : null}
				{question.kind === 'rename-tag' ? (
					<TextField
						label="New name"
						value={label}
						autoFocus
						maxLength={200}
						autoComplete="off"
						note={mergeNote(question.tag, label, tags)}
						onChange={setLabel}
					/>
				) : null}
				{question.kind === 'rename-author' ? (
					<TextField
						label="Bylines say"
						value={label}
						autoFocus
						maxLength={400}
						autoComplete="off"
						note={authorNote(label, people)}
						onChange={setLabel}
					/>
				) : null}
				{question.kind === 'merge' ? (
					<Select
						label="Into"
						value={other}
						options={[
							...(other === '' ? [{ id: '', label: 'Choose a category' }] : []),
							...othersThan(question.category, categories),
						]}
						onChange={setOther}
					/>
				) : null}
				{question.kind === 'remove' && touched !== null && touched.alone > 0 ? (
					<Select
						label={
							touched.alone === 1
								? 'One story has no other category. It gets'
								: `${touched.alone.toLocaleString(locale)} stories have no other category. They get`
						}
						value={other}
						options={[{ id: '', label: 'None' }, ...othersThan(question.category, categories)]}
						onChange={setOther}
					/>
				) : null}
				{failure === null ? null : (
					<p className="settings-failure" role="alert">
						{failure.message}
					</p>
				)}
				{touched === null ? null : <TouchedList touched={touched} isNameOnly={decided.ok && decided.isNameOnly} />}
			</div>
		</Dialog>
	);
}

function TouchedList({ touched, isNameOnly }: { touched: TouchedStories; isNameOnly: boolean }) {
	const { locale, targets } = useNewsroom().state.newsroom;
	const places = writtenTargets(targets);
	if (isNameOnly) return <p className="field-note">Only the name changes. No story does.</p>;
	return (
		<section aria-label="Stories that are changed">
			<p className="reference-count" role="status">
				{touchedWords(touched, locale)}
			</p>
			{touched.count === 0 ? null : (
				<NamedStories
					label="Stories that are changed"
					stories={touched.stories.map((story) => ({
						...story,
						note: story.isTrashed
							? 'In the trash'
							: story.isLive
								? 'Only what readers have'
								: statusEntry(story.status).label,
					}))}
					count={touched.count}
					locale={locale}
				/>
			)}
			<p className="field-note">
				Published stories stay live, and readers get it{' '}
				{places === null ? 'with the next export' : `on ${places} at once`}. Their dates stay as they are. You can undo
				it.
			</p>
		</section>
	);
}

type Decision =
	| { readonly ok: true; readonly change: ReferenceChange; readonly isNameOnly: boolean }
	| { readonly ok: false; readonly reason: string; readonly slugError?: string };

function decide(
	question: ReferenceQuestion,
	{ label, slug, other }: { readonly label: string; readonly slug: string; readonly other: string },
	categories: readonly Category[],
	people: readonly Person[],
): Decision {
	const named = label.trim();
	const change = (made: ReferenceChange, isNameOnly = false): Decision => ({ ok: true, change: made, isNameOnly });
	switch (question.kind) {
		case 'rename': {
			const from = question.category.slug;
			if (named === '') return { ok: false, reason: 'Type the new name.' };
			if (!Slug.safeParse(slug).success) {
				const slugError = 'Use lower-case letters, digits and single hyphens.';
				return { ok: false, reason: slugError, slugError };
			}
			if (slug !== from && categories.some((category) => category.slug === slug)) {
				const slugError = 'Another category has this slug. Merge the two instead.';
				return { ok: false, reason: slugError, slugError };
			}
			if (slug === from && named === question.category.label) return { ok: false, reason: 'Type the new name.' };
			return change({ kind: 'rename-category', slug: from, to: slug, label: named }, slug === from);
		}
		case 'merge':
			if (other === '') return { ok: false, reason: 'Choose the category that takes the stories.' };
			return change({ kind: 'merge-category', slug: question.category.slug, into: other });
		case 'remove':
			return change({ kind: 'remove-category', slug: question.category.slug, instead: other === '' ? null : other });
		case 'rename-tag':
			if (named === '' || named === question.tag) return { ok: false, reason: 'Type the new name.' };
			return change({ kind: 'rename-tag', tag: question.tag, to: named });
		case 'remove-tag':
			return change({ kind: 'remove-tag', tag: question.tag });
		case 'rename-author': {
			if (named === '') return { ok: false, reason: 'Type the name.' };
			const person = people.find(({ name }) => name === named)?.slug ?? question.person;
			return change({ kind: 'rename-author', name: question.name, to: named, person });
		}
	}
}

function authorNote(name: string, people: readonly Person[]): string {
	const person = people.find((each) => each.name === name.trim());
	return person === undefined
		? 'The name of another person moves the bylines to that one.'
		: `Bylines lead to ${person.name}${person.role === '' ? '' : `, ${person.role}`}.`;
}

function mergeNote(tag: string, to: string, tags: readonly string[]): string {
	const folded = foldName(to);
	const present = folded === foldName(tag) ? undefined : tags.find((other) => foldName(other) === folded);
	return present === undefined
		? 'A tag that there is already becomes one with it.'
		: `“${present}” is there already: the two become one.`;
}

function othersThan(category: Category, categories: readonly Category[]) {
	return categories.filter(({ slug }) => slug !== category.slug).map(({ slug, label }) => ({ id: slug, label }));
}
