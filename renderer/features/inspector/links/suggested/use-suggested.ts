import { type RefObject, useEffect, useState } from 'react';
import type { SuggestedStory } from '#shared/contract/suggestions.ts';
import { isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { useHost } from '../../../../host/host-context.tsx';
import { debounce } from '../../../../session/basics/debounce.ts';
import { useLinked } from '../../../../session/linked-stories.ts';
import type { StorySession } from '../../../../session/story-session.ts';
import { useField } from '../../../../session/use-story.ts';
import { suggestionQuestion } from './suggestion-question.ts';

/** Nobody waits for suggestions: while somebody types, they are asked for once that has stopped; in milliseconds. */
const pause = 1200;
/** After a change of what is not typed, such as a category. */
const soon = 150;

const none: readonly SuggestedStory[] = [];

/** Stories to link to, the likest first, once `place` has come into view; none that this one links to. */
export function useSuggested(session: StorySession, place: RefObject<HTMLElement | null>): readonly SuggestedStory[] {
	const host = useHost();
	const isSeen = useSeen(place);
	const [found, setFound] = useState(none);
	useEffect(() => {
		if (!isSeen) return;
		let turn = 0;
		let last = '';
		const ask = async () => {
			const question = suggestionQuestion(session.getArticle());
			const asked = JSON.stringify(question);
			if (asked === last) return;
			last = asked;
			turn += 1;
			const mine = turn;
			const answer = await host.articles.suggestLinks(question);
			if (mine !== turn) return;
			if (answer.ok) setFound(answer.value);
			// They are only an offer: without an answer there are none, until something changes.
			else last = '';
		};
		const later = debounce(() => void ask(), pause);
		let chosen = chosenIn(session);
		const end = session.subscribe(() => {
			const now = chosenIn(session);
			const isChosen = now.some((value, at) => value !== chosen[at]);
			chosen = now;
			later.call(isChosen ? soon : pause);
		});
		void ask();
		return () => {
			turn += 1;
			later.cancel();
			end();
		};
	}, [host, session, isSeen]);

	const related = useField(session, 'related');
	const nextRead = useField(session, 'nextRead');
	// One of them may be withdrawn or go to the trash meanwhile.
	const linked = useLinked(found.map(({ id }) => id));
	const taken = new Set([...related, nextRead].flatMap(idOf));
	return found.filter(({ id }) => {
		const now = linked.get(id);
		return !taken.has(id) && now !== null && now?.status !== 'withdrawn';
	});
}

const idOf = (link: StoryLink | null) => (link !== null && isArticleLink(link) ? [link.article] : []);

/** What of a story is not typed letter by letter. */
function chosenIn(session: StorySession): readonly unknown[] {
	return (['tags', 'categories', 'language', 'related', 'nextRead'] as const).map((name) => session.getField(name));
}

/** Whether something has come into view since it is there. */
function useSeen(place: RefObject<HTMLElement | null>): boolean {
	const [isSeen, setSeen] = useState(false);
	useEffect(() => {
		if (place.current === null || isSeen) return;
		const observer = new IntersectionObserver((entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
		});
		observer.observe(place.current);
		return () => observer.disconnect();
	}, [place, isSeen]);
	return isSeen;
}
