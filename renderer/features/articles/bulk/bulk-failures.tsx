import { CircleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './bulk.css';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { failedWords, failuresByReason } from './bulk-words.ts';
import type { BulkChange } from './use-bulk-change.ts';

/** So many are named before the others are asked for. */
const firstNamed = 3;

/** Which stories could not be changed, under the reason that they share; each can be opened. */
export function BulkFailures({ bulk, onOpen }: { bulk: BulkChange; onOpen: (id: ArticleId) => void }) {
	const { locale } = useNewsroom().state.newsroom;
	const { failures } = bulk;
	const [shown, setShown] = useState(firstNamed);
	if (failures === null) return null;
	const { failed, failedCount } = failures;
	const more = failed.length - shown;
	const untold = failedCount - failed.length;
	return (
		<section className="bulk-failures" role="alert">
			<header className="bulk-failures-head">
				<Icon of={CircleAlert} />
				<strong>{failedWords(failures, locale)}</strong>
				<IconButton icon={X} label="Dismiss" onPress={bulk.dismiss} />
			</header>
			<div className="bulk-failures-list">
				{failuresByReason(failed.slice(0, shown)).map(({ reason, stories }) => (
					<div key={reason}>
						<p className="bulk-failures-reason">{reason}</p>
						<ul>
							{stories.map(({ id, headline }) => {
								const name = storyTitle(headline);
								return (
									<li key={id}>
										<button
											type="button"
											className="bulk-failures-story"
											dir="auto"
											title={name}
											onClick={() => onOpen(id)}
										>
											{name}
										</button>
									</li>
								);
							})}
						</ul>
					</div>
				))}
				{more > 0 ? (
					<Button kind="link" onPress={() => setShown(failed.length)}>
						Show {more.toLocaleString(locale)} more
					</Button>
				) : untold > 0 ? (
					<p className="bulk-failures-reason">And {untold.toLocaleString(locale)} more.</p>
				) : null}
			</div>
		</section>
	);
}
