import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { StoryLink } from '#shared/model/article.ts';
import { toLine } from '#shared/model/text.ts';
import { isWebUrl } from '#shared/model/url.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';

export interface OutsidePageFormProps {
	/** Why a link may not be added, in a sentence; null when it may. */
	readonly refuse: (link: StoryLink) => string | null;
	readonly onChoose: (link: StoryLink) => void;
}

/** Adds a link to a page elsewhere: its address, title and excerpt. */
export function OutsidePageForm({ refuse, onChoose }: OutsidePageFormProps) {
	const [url, setUrl] = useState('');
	const [title, setTitle] = useState('');
	const [excerpt, setExcerpt] = useState('');
	const [refused, setRefused] = useState<string | null>(null);

	const add = () => {
		const link = { url: url.trim(), title: toLine(title).trim(), excerpt: toLine(excerpt).trim() };
		const reason = refuse(link);
		setRefused(reason);
		if (reason !== null) return;
		onChoose(link);
		setUrl('');
		setTitle('');
		setExcerpt('');
	};
	// The sentence stands at the field that it is about.
	const isAboutTitle = refused !== null && isWebUrl(url.trim()) && title.trim() === '';

	return (
		<Form
			className="outside-form"
			onSubmit={(event) => {
				event.preventDefault();
				add();
			}}
		>
			<TextField
				label="Address"
				inputMode="url"
				value={url}
				onChange={setUrl}
				placeholder="https://"
				autoFocus
				error={refused !== null && !isAboutTitle ? refused : undefined}
			/>
			<TextField
				label="Title"
				value={title}
				onChange={setTitle}
				error={isAboutTitle ? (refused ?? undefined) : undefined}
			/>
			<TextField label="Excerpt" rows={3} value={excerpt} onChange={setExcerpt} />
			<div className="outside-form-foot">
				<Button kind="primary" type="submit">
					Add page
				</Button>
			</div>
		</Form>
	);
}
