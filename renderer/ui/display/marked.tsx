import type { Snippet } from '#shared/contract/articles.ts';
import './marked.css';

/** A text with what a search found in it marked. */
export function Marked({ parts }: { parts: Snippet }) {
	let from = 0;
	return parts.map(({ text, isMatch }) => {
		const key = from;
		from += text.length;
		return isMatch ? (
			<mark key={key} className="found">
				{text}
			</mark>
		) : (
			text
		);
	});
}

/** Where a search found a story, in two lines at most. */
export function SnippetText({ snippet }: { snippet: Snippet }) {
	return (
		<span className="snippet" dir="auto">
			<Marked parts={snippet} />
		</span>
	);
}
