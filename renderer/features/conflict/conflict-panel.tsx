import { GitCompare } from 'lucide-react';
import { useId, useMemo } from 'react';
import { wordsOfBlock } from '#shared/document/diff/diff-block.ts';
import type { Choice, Collision } from '#shared/document/merge/collision.ts';
import type { StoryLink } from '#shared/model/article.ts';
import { useLinked } from '../../session/linked-stories.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { withPresentSide } from '../../session/saving/meet-theirs.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useArticle } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { collisionSides, outsideTitle, type SidePiece } from './collision-sides.ts';
import './conflict-panel.css';

/** Above a story that was changed here and elsewhere: what collided, side by side, to be decided one by one or at once. */
export function ConflictPanel({ session, collisions }: { session: StorySession; collisions: readonly Collision[] }) {
	const title = useId();
	const count = collisions.length;
	const decideAll = (choice: Choice) => void session.decide(choice, null);
	return (
		<section className="conflict" aria-labelledby={title}>
			<div className="conflict-head" role="alert">
				<Icon of={GitCompare} />
				<p className="conflict-text" id={title}>
					<strong>This story was changed elsewhere too.</strong>{' '}
					{count === 1
						? 'One change collides with yours. Everything else is merged.'
						: `${count} changes collide with yours. Everything else is merged.`}
				</p>
				{count === 1 ? null : (
					<>
						<Button kind="bordered" onPress={() => decideAll('mine')}>
							Keep all mine
						</Button>
						<Button kind="bordered" onPress={() => decideAll('theirs')}>
							Use all theirs
						</Button>
					</>
				)}
			</div>
			<ul className="conflict-list">
				{collisions.map((collision) => (
					<CollisionRow key={collision.id} session={session} collision={collision} />
				))}
			</ul>
		</section>
	);
}

function CollisionRow({ session, collision }: { session: StorySession; collision: Collision }) {
	const title = useId();
	const links = useMemo(() => linkedIds(collision), [collision]);
	const linked = useLinked(links);
	const headlineOf = (link: StoryLink) =>
		('article' in link ? linked.get(link.article)?.headline : undefined) ?? outsideTitle(link);
	const { newsroom } = useNewsroom().state;
	const article = useArticle(session);
	const textOf = (id: string) => {
		const { body, keyPoints } = article;
		const block = body.find((each) => each.id === id);
		return block ? wordsOfBlock(block) : (keyPoints.find((point) => point.id === id)?.text ?? '');
	};
	const sides = collisionSides(withPresentSide(collision, article), headlineOf, textOf, newsroom);
	const decide = (choice: Choice) => void session.decide(choice, [collision.id]);
	return (
		<li className="conflict-item" aria-labelledby={title}>
			<h3 className="conflict-title" id={title}>
				{sides.title}
			</h3>
			<div className="conflict-sides">
				<Side name="Yours" pieces={sides.mine} />
				<Side name="On disk" pieces={sides.theirs} />
			</div>
			<div className="conflict-choices">
				<Button kind="bordered" onPress={() => decide('mine')}>
					Keep mine
				</Button>
				<Button kind="bordered" onPress={() => decide('theirs')}>
					Use theirs
				</Button>
				{sides.canKeepBoth ? (
					<Button kind="bordered" onPress={() => decide('both')}>
						Keep both
					</Button>
				) : null}
			</div>
		</li>
	);
}

function Side({ name, pieces }: { name: string; pieces: readonly SidePiece[] | null }) {
	return (
		<figure className="conflict-side">
			<figcaption className="conflict-side-name">{name}</figcaption>
			{pieces === null ? (
				<p className="conflict-deleted">Deleted</p>
			) : (
				<p className="conflict-words" dir="auto">
					{pieces.map(({ text, differs }, index) =>
						// biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
						differs ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
					)}
				</p>
			)}
		</figure>
	);
}

function linkedIds(collision: Collision): readonly string[] {
	if (collision.kind !== 'field' || (collision.field !== 'related' && collision.field !== 'nextRead')) return [];
	const links = [collision.mine, collision.theirs].flat();
	return links.flatMap((link) => (link !== null && 'article' in link ? [link.article] : []));
}
