import type { LinkingStories, LinkingStory } from '#shared/contract/articles.ts';
import { articleFields } from '#shared/document/fields.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { writtenTargets } from '../../session/use-targets.ts';
import { Button } from '../../ui/controls/button.tsx';
import { NamedStories } from '../../ui/display/named-stories.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';

/** Asks before readers lose stories, and shows which others link to them; each of those can be opened. */
export function AskLinked({
	title,
	note,
	action,
	isMany,
	links,
	onOpen,
	onAction,
	onClose,
}: {
	/** The question. */
	title: string;
	/** What else is to be known of it; may be empty. */
	note: string;
	/** What the button says. */
	action: string;
	isMany: boolean;
	links: LinkingStories;
	onOpen: (id: ArticleId) => void;
	onAction: () => void;
	onClose: () => void;
}) {
	const { locale, targets } = useNewsroom().state.newsroom;
	const them = isMany ? 'them' : 'it';
	return (
		<Dialog
			title={title}
			intro={`${introWords(links, them, locale, writtenTargets(targets))} ${note}`.trim()}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button autoFocus onPress={onClose}>
						Cancel
					</Button>
					<Button kind="danger" onPress={onAction}>
						{action}
					</Button>
				</>
			}
		>
			{links.count === 0 ? undefined : (
				<NamedStories
					label={`Stories that link to ${them}`}
					stories={links.stories.map((link) => ({ ...link, note: placesOf(link) }))}
					count={links.count}
					locale={locale}
					onOpen={onOpen}
				/>
			)}
		</Dialog>
	);
}

function introWords({ count, shown }: LinkingStories, them: string, locale: string, places: string | null): string {
	if (count === 0) return '';
	const stories = count === 1 ? 'One story links' : `${count.toLocaleString(locale)} stories link`;
	if (shown === 0) return `${stories} to ${them}. Readers see none of that now.`;
	const readers = shown === count ? 'Readers see it' : `On ${shown.toLocaleString(locale)} of them readers see it`;
	const link = count === 1 ? 'that link is' : 'these links are';
	const when = places === null ? 'with the next export' : `on ${places}`;
	return `${stories} to ${them}. ${readers}; ${when} ${link} left out.`;
}

function placesOf({ places, shown }: LinkingStory): string {
	const words = [...new Set([...places, ...shown])].map((place) => articleFields[place].label).join(', ');
	return places.length === 0 ? `${words}, only in what readers have` : words;
}
