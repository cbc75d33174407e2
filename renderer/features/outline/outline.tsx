import { useState } from 'react';
import { outlineOf } from '#shared/document/outline.ts';
import { focusField } from '../../session/focus-field.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useArticle, useField, useReadOnly } from '../../session/use-story.ts';
import { afterDrawing } from '../../ui/after-drawing.ts';
import { TextField } from '../../ui/controls/text-field.tsx';
import './outline.css';

const mostWords = 100_000;

/** The target length of a story and its parts, each of which leads to its place. */
export function Outline({ session, onClose }: { session: StorySession; onClose: () => void }) {
	const { locale } = useNewsroom().state.newsroom;
	const parts = outlineOf(useArticle(session));
	const words = parts.reduce((sum, part) => sum + part.words, 0);
	const target = useField(session, 'targetWords');
	const readOnly = useReadOnly(session) !== null;
	const [typed, setTyped] = useState(target === null ? '' : String(target));
	const wanted = /^[0-9]{1,6}$/.test(typed.trim()) ? Number(typed) : null;
	const isFine = typed.trim() === '' || (wanted !== null && wanted >= 1 && wanted <= mostWords);
	const goTo = (block: string | null) => {
		onClose();
		// Once the window has given the focus back.
		afterDrawing(() => focusField(session, block === null ? { field: 'headline' } : { field: 'block', block }));
	};
	return (
		<div className="outline">
			<TextField
				label="Target length, words"
				inputMode="numeric"
				autoComplete="off"
				isDisabled={readOnly}
				value={typed}
				error={isFine ? undefined : `Type a number from 1 to ${mostWords.toLocaleString(locale)}, or nothing.`}
				onChange={(value) => {
					setTyped(value);
					const next = value.trim() === '' ? null : Number(value);
					if (next === null || (Number.isInteger(next) && next >= 1 && next <= mostWords))
						session.setField('targetWords', next);
				}}
			/>
			{target === null ? null : (
				<div className="outline-target">
					<progress
						max={target}
						value={Math.min(words, target)}
						aria-label="Written of the target"
						data-over={words > target ? '' : undefined}
					/>
					<span>{leftWords(words, target, locale)}</span>
				</div>
			)}
			<ol className="outline-parts">
				{parts.map((part) => (
					<li key={part.block ?? 'beginning'} data-level={part.level}>
						<button type="button" className="outline-part" onClick={() => goTo(part.block)}>
							<span className="outline-text" dir="auto">
								{part.text.trim() === '' ? 'Untitled' : part.text}
							</span>
							<span className="outline-words">
								{part.words.toLocaleString(locale)}
								<span className="visually-hidden">{part.words === 1 ? ' word' : ' words'}</span>
							</span>
						</button>
					</li>
				))}
			</ol>
		</div>
	);
}

function leftWords(words: number, target: number, locale: string): string {
	const difference = Math.abs(target - words);
	if (difference === 0) return 'Just as long as it is to be';
	const told = `${difference.toLocaleString(locale)} ${difference === 1 ? 'word' : 'words'}`;
	return words < target ? `${told} to go` : `${told} too long`;
}
