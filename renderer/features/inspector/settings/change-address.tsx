import { useState } from 'react';
import { storyUrl } from '#shared/document/page/story-url.ts';
import { slugify } from '#shared/text/slug.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { Dialog, DialogSpace } from '../../../ui/overlays/dialog.tsx';
import { slugProblem } from './address-problem.ts';

/** Asks for the new address of a published story; the old one is kept and leads to it. */
export function ChangeAddress({ session, onClose }: { session: StorySession; onClose: () => void }) {
	const host = useHost();
	const { siteUrl } = useNewsroom().state.newsroom;
	const old = session.getField('slug');
	const [slug, setSlug] = useState(old);
	const [problem, setProblem] = useState<string | null>(null);
	const reason = slug === old ? 'Type the new address.' : slugProblem(slug);

	const suggest = async () => {
		const { headline } = session.getArticle();
		const answer = await host.articles.suggestSlug({ id: session.id, headline });
		setProblem(answer.ok ? null : answer.failure.message);
		if (answer.ok) setSlug(answer.value.slug);
	};
	const change = async () => {
		const answer = await host.articles.suggestSlug({ id: session.id, headline: slug });
		if (!answer.ok) return setProblem(answer.failure.message);
		if (answer.value.slug !== slug) {
			return setProblem(`Another story has this address, or had it. “${answer.value.slug}” is free.`);
		}
		const former = [...new Set([old, ...session.getField('formerSlugs')])].filter((one) => one !== slug);
		session.setFields({ slug, formerSlugs: former });
		onClose();
	};
	return (
		<Dialog
			title="Change the address"
			intro="The old address is kept: readers who come by it are led to the new one, and no other story gets it. Readers get the new address when the changes are published."
			onClose={onClose}
			foot={
				<>
					<Button kind="link" onPress={() => void suggest()}>
						Make from headline
					</Button>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button kind="primary" disabledReason={reason ?? undefined} onPress={() => void change()}>
						Change address
					</Button>
				</>
			}
		>
			<TextField
				label="New address"
				note={storyUrl(siteUrl, slug === '' ? old : slugify(slug))}
				value={slug}
				error={problem ?? (slug === old ? undefined : (slugProblem(slug) ?? undefined))}
				autoFocus
				autoComplete="off"
				spellCheck="false"
				onChange={(text) => {
					setProblem(null);
					setSlug(text);
				}}
			/>
		</Dialog>
	);
}
