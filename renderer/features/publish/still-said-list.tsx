import { useCallback, useMemo } from 'react';
import { changedFacts, type StillSaid, stillSaid } from '#shared/document/corrections/changed-facts.ts';
import { articleFields } from '#shared/document/fields.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { Button } from '../../ui/controls/button.tsx';

/** Where what was changed is still said as before: in this story, and in those that link to it. */
export function StillSaidList({
	live,
	article,
	onGoTo,
	onOpen,
}: {
	live: Article;
	article: Article;
	onGoTo: (where: FieldRef) => void;
	onOpen: (id: ArticleId, where: FieldRef) => void;
}) {
	const host = useHost();
	const { id } = article;
	const facts = useMemo(() => changedFacts(live, article), [live, article]);
	const asked = facts.join('\n');
	const ask = useCallback(
		() => host.articles.stillSaying({ id, facts: asked === '' ? [] : asked.split('\n') }),
		[host, id, asked],
	);
	const { value } = useAnswer(ask);
	const here = stillSaid(article, facts);
	const elsewhere = value ?? [];
	if (here.length === 0 && elsewhere.length === 0) return null;
	return (
		<section className="publish-still-said" aria-labelledby="publish-still-said">
			<h3 id="publish-still-said">Still said as before</h3>
			<ul>
				{here.map((said, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a fact may be said twice in one place
					<SaidRow key={at} said={said} of={null} onShow={onGoTo} />
				))}
				{elsewhere.flatMap(({ id: other, headline, said }) =>
					said.map((each, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: as above
						<SaidRow key={`${other} ${at}`} said={each} of={headline} onShow={(where) => onOpen(other, where)} />
					)),
				)}
			</ul>
		</section>
	);
}

function SaidRow({
	said: { fact, where },
	of,
	onShow,
}: {
	said: StillSaid;
	/** The headline of the other story that says it; null in this one. */
	of: string | null;
	onShow: (where: FieldRef) => void;
}) {
	const place = where.field === 'block' ? 'the text' : `the ${articleFields[where.field].label.toLowerCase()}`;
	return (
		<li>
			<span dir="auto">
				<b>{fact}</b> in {place}
				{of === null ? ' of this story' : <> of “{of}”, which links here</>}
			</span>
			<Button
				kind="link"
				aria-label={`Show ${fact} in ${place}${of === null ? '' : ` of ${of}`}`}
				onPress={() => onShow(where)}
			>
				{of === null ? 'Show' : 'Open'}
			</Button>
		</li>
	);
}
