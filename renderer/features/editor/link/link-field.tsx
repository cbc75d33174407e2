import { Check, Unlink } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { storyUrl } from '#shared/document/page/story-url.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { statusEntry } from '#shared/model/status.ts';
import { type LinkAdvice, linkAdvice } from '#shared/text/link-advice.ts';
import { markText } from '#shared/text/search-marks.ts';
import { parseSearch } from '#shared/text/search-query.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { useStorySearch } from '../../../session/use-story-search.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { Marked } from '../../../ui/display/marked.tsx';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { typedAddress } from './typed-address.ts';

const advice: Readonly<Record<LinkAdvice['kind'], { readonly words: string; readonly act: string }>> = {
	tracking: { words: 'This address tells the other site where readers came from.', act: 'Clean the address' },
	insecure: { words: 'This address is not encrypted; others can read and change what it brings.', act: 'Use https' },
};

/** So many stories are offered at once. */
const mostShown = 6;

/** An address, or words that find a story of the newsroom. */
export function LinkField({
	given,
	self,
	onLink,
	onCancel,
}: {
	/** The address of the words so far; empty for none. */
	readonly given: string;
	readonly self: ArticleId;
	/** Null takes the link away. */
	readonly onLink: (href: string | null) => void;
	readonly onCancel: () => void;
}) {
	const id = useId();
	const { state, categoryLabel } = useNewsroom();
	const [text, setText] = useState(given);
	const [at, setAt] = useState(0);
	const [entered, setEntered] = useState<string | null>(null);
	const [isRefused, setRefused] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const words = text.trim();
	const address = typedAddress(text);
	const search = useStorySearch(address === null ? words : '', self, mostShown);
	const isSearched = address === null && words !== '';
	const isBehind = isSearched && (search.kind === 'loading' || search.words !== words);
	const stories = isSearched ? search.stories : [];
	const terms = useMemo(() => parseSearch(words).terms, [words]);
	const active = stories[Math.min(at, stories.length - 1)];

	useEffect(() => {
		field.current?.focus();
		field.current?.select();
	}, []);
	const linkTo = (slug: string) => onLink(storyUrl(state.newsroom.siteUrl, slug));
	const apply = () => {
		if (words === '') onLink(null);
		else if (address !== null) onLink(address);
		else if (isBehind) setEntered(words);
		else if (active !== undefined) linkTo(active.slug);
		else setRefused(true);
	};
	// Enter takes what these words find, once that is known.
	useEffect(() => {
		if (entered === null || isBehind) return;
		setEntered(null);
		if (entered === words) apply();
	});
	const mend = (href: string) => {
		setText(href);
		field.current?.focus();
	};

	return (
		<>
			<div className="link-line" data-problem={isRefused ? '' : undefined}>
				<input
					ref={field}
					type="text"
					role="combobox"
					dir="auto"
					aria-label="Link address or story"
					aria-autocomplete="list"
					aria-expanded={stories.length > 0}
					aria-controls={id}
					aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
					aria-invalid={isRefused}
					placeholder="Address, or words of a story"
					value={text}
					onChange={(event) => {
						setText(event.target.value);
						setAt(0);
						setRefused(false);
					}}
					onKeyDown={(event) => {
						if (event.nativeEvent.isComposing) return;
						const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
						if (by !== 0 && stories.length > 0) setAt((at + by + stories.length) % stories.length);
						else if (event.key === 'Enter') apply();
						else if (event.key === 'Escape') onCancel();
						else return;
						event.preventDefault();
						event.stopPropagation();
					}}
				/>
				<IconButton icon={Check} label="Set link" onPress={apply} />
				{given === '' ? null : <IconButton icon={Unlink} label="Remove link" onPress={() => onLink(null)} />}
			</div>
			<div id={id} role="listbox" aria-label="Stories to link to" className="link-stories">
				{stories.map((story) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the field
					<div
						key={story.id}
						id={`${id}-${story.id}`}
						role="option"
						tabIndex={-1}
						aria-selected={story === active}
						className="link-story"
						onPointerDown={(event) => event.preventDefault()}
						onMouseDown={(event) => event.preventDefault()}
						onPointerMove={() => setAt(stories.indexOf(story))}
						onClick={() => linkTo(story.slug)}
					>
						<StatusDot status={story.status} />
						<span className="link-story-words">
							<span dir="auto">
								<Marked parts={markText(storyTitle(story.headline), terms)} />
							</span>
							<span className="link-story-note">
								{[statusEntry(story.status).label, ...story.categories.slice(0, 1).map(categoryLabel)].join(' · ')}
							</span>
						</span>
					</div>
				))}
			</div>
			{(address === null ? [] : linkAdvice(address)).map(({ kind, better }) => (
				<p key={kind} className="link-advice">
					{advice[kind].words}
					<Button kind="link" onPress={() => mend(better)}>
						{advice[kind].act}
					</Button>
				</p>
			))}
			<p
				role="status"
				className={isSearched && stories.length === 0 ? 'link-note' : 'visually-hidden'}
				data-problem={isRefused || undefined}
			>
				{!isSearched || stories.length > 0
					? ''
					: isBehind
						? 'Searching…'
						: search.kind === 'failed'
							? search.message
							: 'No story has these words. An address begins with https://, mailto:, tel: or /.'}
			</p>
		</>
	);
}
