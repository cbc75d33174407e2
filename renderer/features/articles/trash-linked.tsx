import type { LinkingStories, LinkingStory } from '#shared/contract/articles.ts';
import { articleFields } from '#shared/document/fields.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { StatusDot } from '../../ui/display/status-dot.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { storyName } from './list/story-name.ts';
import './trash-linked.css';

/** What goes to the trash: a story by its headline, or so many of them. */
export type Trashing = { readonly headline: string } | { readonly count: number };

/** Asks before stories go to the trash, and shows which others link to them; each of those can be opened. */
export function TrashLinked({
	what,
	links,
	onOpen,
	onTrash,
	onClose,
}: {
	what: Trashing;
	links: LinkingStories;
	onOpen: (id: ArticleId) => void;
	onTrash: () => void;
	onClose: () => void;
}) {
	const { locale } = useNewsroom().state.newsroom;
	const many = 'count' in what ? `${what.count.toLocaleString(locale)} stories` : null;
	const them = many === null ? 'it' : 'them';
	const more = links.count - links.stories.length;
	const undo = many === null ? '' : ' They stay in the trash until it is emptied, and you can undo this.';
	return (
		<Dialog
			title={`Move ${'count' in what ? many : storyName(what)} to the trash?`}
			intro={`${introWords(links, them, locale)}${undo}`.trim()}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button autoFocus onPress={onClose}>
						Cancel
					</Button>
					<Button kind="danger" onPress={onTrash}>
						{many === null ? 'Move to the trash' : `Move ${many} to the trash`}
					</Button>
				</>
			}
		>
			{links.count === 0 ? undefined : (
				<ul className="trash-links" aria-label={`Stories that link to ${them}`}>
					{links.stories.map((link) => (
						<li key={link.id}>
							<StatusDot status={link.status} />
							<button
								type="button"
								className="trash-link"
								dir="auto"
								title={link.headline}
								onClick={() => onOpen(link.id)}
							>
								{link.headline.trim() === '' ? 'Untitled story' : link.headline}
							</button>
							<span className="field-note">{placesOf(link)}</span>
						</li>
					))}
					{more > 0 ? <li className="field-note">And {more.toLocaleString(locale)} more.</li> : null}
				</ul>
			)}
		</Dialog>
	);
}

function introWords({ count, shown }: LinkingStories, them: string, locale: string): string {
	if (count === 0) return '';
	const stories = count === 1 ? 'One story links' : `${count.toLocaleString(locale)} stories link`;
	if (shown === 0) return `${stories} to ${them}. Readers see none of that now.`;
	const readers = shown === count ? 'Readers see it' : `On ${shown.toLocaleString(locale)} of them readers see it`;
	const link = count === 1 ? 'that link is' : 'these links are';
	return `${stories} to ${them}. ${readers}; with the next export ${link} left out.`;
}

function placesOf({ places, shown }: LinkingStory): string {
	const words = [...new Set([...places, ...shown])].map((place) => articleFields[place].label).join(', ');
	return places.length === 0 ? `${words}, only in what readers have` : words;
}
