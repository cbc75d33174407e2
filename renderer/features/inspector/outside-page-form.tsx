import { useState } from 'react';
import { Form } from 'react-aria-components';
import { toLine } from '#shared/model/text.ts';
import { isWebUrl } from '#shared/model/url.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LinkPickerProps } from './link-picker.tsx';

/** Adds a link to a page elsewhere: its address, title and excerpt. */
export function OutsidePageForm({ refuse, onChoose }: Pick<LinkPickerProps, 'refuse' | 'onChoose'>) {
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
