import type { LinkingStory, LinkPlace } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { StatusDot } from '../../ui/display/status-dot.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { storyName } from './list/story-name.ts';
import './trash-linked.css';

const placeWords: Readonly<Record<LinkPlace, string>> = { related: 'Related posts', nextRead: 'Next read' };

/** Shows which stories link to one before that goes to the trash; each can be opened. */
export function TrashLinked({
	headline,
	links,
	onOpen,
	onTrash,
	onClose,
}: {
	headline: string;
	links: readonly LinkingStory[];
	onOpen: (id: ArticleId) => void;
	onTrash: () => void;
	onClose: () => void;
}) {
	const { locale } = useNewsroom().state.newsroom;
	const shown = links.filter((link) => link.shown.length > 0).length;
	return (
		<Dialog
			title={`Move ${storyName({ headline })} to the trash?`}
			intro={introWords(links.length, shown, locale)}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button autoFocus onPress={onClose}>
						Cancel
					</Button>
					<Button kind="danger" onPress={onTrash}>
						Move to the trash
					</Button>
				</>
			}
		>
			<ul className="trash-links" aria-label="Stories that link to it">
				{links.map((link) => (
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
			</ul>
		</Dialog>
	);
}

function introWords(links: number, shown: number, locale: string): string {
	const stories = links === 1 ? 'One story links' : `${links.toLocaleString(locale)} stories link`;
	if (shown === 0) return `${stories} to it. Readers see none of that now.`;
	const readers = shown === links ? 'Readers see it' : `On ${shown.toLocaleString(locale)} of them readers see it`;
	const link = links === 1 ? 'that link is' : 'these links are';
	return `${stories} to it. ${readers}; with the next export ${link} left out.`;
}

function placesOf({ places, shown }: LinkingStory): string {
	const words = [...new Set([...places, ...shown])].map((place) => placeWords[place]).join(', ');
	return places.length === 0 ? `${words}, only in what readers have` : words;
}
