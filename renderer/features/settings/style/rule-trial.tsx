import { type ReactNode, useState } from 'react';
import type { FoundInStories } from '#shared/contract/bulk.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import type { StyleRule } from '#shared/model/house-style.ts';
import { queryOf } from '#shared/text/style/style-guide.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useJob } from '../../../session/basics/use-job.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Progress } from '../../../ui/display/progress.tsx';
import { storyTitle } from '../../../ui/display/story-title.ts';

/** So many stories are shown. */
const mostStories = 6;

/** Tries a rule on all stories of the newsroom, as their files are; nothing is changed. */
export function RuleTrial({ rule, children }: { readonly rule: StyleRule; readonly children: ReactNode }) {
	const host = useHost();
	const { run, start, cancel } = useJob(host);
	const [asked, setAsked] = useState<StyleRule | null>(null);
	// What was found for another rule says nothing of this one.
	const now = asked !== null && isSameValue(queryOf(asked), queryOf(rule)) && asked.use === rule.use ? run : null;
	const look = () => {
		setAsked(rule);
		void start(() =>
			host.articles.find({ selection: { kind: 'filter', filter: {} }, query: queryOf(rule), by: rule.use }),
		);
	};
	return (
		<div className="style-trial">
			<div className="style-buttons">
				<Button
					kind="bordered"
					disabledReason={rule.avoid.trim() === '' ? 'Say what is avoided.' : undefined}
					onPress={look}
				>
					Try it on all stories
				</Button>
				{children}
			</div>
			{now?.kind === 'running' ? (
				<div className="style-buttons">
					<Progress
						label="Looking through the stories"
						done={now.done}
						total={now.total}
						note="Looking through the stories"
					/>
					<Button kind="bordered" onPress={() => void cancel()}>
						Stop
					</Button>
				</div>
			) : null}
			<div role="status">
				{now?.kind === 'failed' ? <p className="settings-failure">{now.failure.message}</p> : null}
				{now?.kind === 'found' ? <Found found={now.report} /> : null}
			</div>
		</div>
	);
}

function Found({ found: { count, storyCount, stories } }: { found: FoundInStories }) {
	const { locale } = useNewsroom().state.newsroom;
	const number = (value: number) => value.toLocaleString(locale);
	if (count === 0) return <p>No story says it.</p>;
	return (
		<>
			<p>
				{count === 1 ? 'Found once' : `Found ${number(count)} times`} in{' '}
				{storyCount === 1 ? 'one story' : `${number(storyCount)} stories`}.
			</p>
			<ul className="style-found">
				{stories.slice(0, mostStories).map(({ id, headline, places: [place] }) => (
					<li key={id}>
						<strong dir="auto">{storyTitle(headline)}</strong>
						{place === undefined ? null : (
							<span dir="auto">
								{place.before}
								<del>{place.found}</del>
								{place.by === '' ? null : <ins>{place.by}</ins>}
								{place.after}
							</span>
						)}
					</li>
				))}
			</ul>
		</>
	);
}
