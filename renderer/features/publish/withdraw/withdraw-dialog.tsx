import { type ReactNode, useState } from 'react';
import type { StoryLink } from '#shared/model/article.ts';
import { toLine } from '#shared/model/text.ts';
import { WithdrawalKind, withdrawalKinds } from '#shared/model/withdrawal.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField, useReadOnly } from '../../../session/use-story.ts';
import { writtenTargets } from '../../../session/use-targets.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { ChoiceCards } from '../../../ui/controls/choice-cards.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { Dialog, DialogSpace } from '../../../ui/overlays/dialog.tsx';
import { LinkingStories } from './linking-stories.tsx';
import { withdraw } from './withdraw.ts';
import '../publish.css';
import './withdraw.css';

/** How the story or page that takes the place of a withdrawn one is chosen. */
export type ChooseReplacement = (link: StoryLink | null, onChange: (link: StoryLink | null) => void) => ReactNode;

// That nobody said why is not offered.
const kinds = WithdrawalKind.options
	.filter((kind) => kind !== 'unstated')
	.map((id) => ({ id, label: withdrawalKinds[id].label, about: withdrawalKinds[id].note }));

/** Takes a story from its readers, or says more of one that was: why, what they are told, and what links to it. */
export function WithdrawDialog({
	session,
	chooseReplacement,
	onClose,
	onWithdrawn,
}: {
	session: StorySession;
	chooseReplacement: ChooseReplacement;
	onClose: () => void;
	/** Called once readers are to lose the story. */
	onWithdrawn: () => void;
}) {
	const before = useField(session, 'withdrawal');
	const readOnly = useReadOnly(session) ?? undefined;
	const [isOut] = useState(session.getField('status') !== 'withdrawn');
	const [kind, setKind] = useState<WithdrawalKind>(before?.kind ?? 'unstated');
	const [note, setNote] = useState(before?.note ?? '');
	const [replacedBy, setReplacedBy] = useState(before?.replacedBy ?? null);
	const [isBusy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);
	const places = writtenTargets(useNewsroom().state.newsroom.targets);
	const isReplaced = kind === 'replaced';
	const missing =
		kind === 'unstated'
			? 'Choose why first.'
			: isReplaced && replacedBy === null
				? 'Choose what takes its place first.'
				: undefined;
	const blocked = readOnly ?? (isBusy ? 'It is being saved.' : missing);

	const run = async () => {
		setBusy(true);
		const said = { kind, note: toLine(note).trim(), replacedBy: isReplaced ? replacedBy : null };
		const problem = await withdraw(session, said, new Date());
		setBusy(false);
		setRefusal(problem);
		if (problem !== null) return;
		onClose();
		onWithdrawn();
	};
	const action = isReplaced ? 'Withdraw and send readers on' : 'Withdraw the story';
	return (
		<Dialog
			title={isOut ? 'Withdraw this story' : 'This story is withdrawn'}
			intro={
				isOut
					? `${places === null ? 'The next export takes it off the site' : `It is taken off ${places} at once`}, with all that shows it. The story stays here.`
					: 'What you change here goes out with the next export.'
			}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind={isOut ? 'danger' : 'primary'}
						{...(blocked === undefined ? {} : { disabledReason: blocked })}
						onPress={() => void run()}
					>
						{isOut ? action : 'Save the reason'}
					</Button>
				</>
			}
		>
			{refusal === null ? null : (
				<p className="publish-refusal" role="alert">
					{refusal}
				</p>
			)}
			<div className="withdraw-fields">
				<ChoiceCards label="Why" value={kind} choices={kinds} onChange={setKind} />
				{isReplaced ? (
					<section className="withdraw-replacement" aria-label="What takes its place">
						<h3>What takes its place</h3>
						{chooseReplacement(replacedBy, setReplacedBy)}
					</section>
				) : null}
				<TextField
					label="A note for readers who look for it"
					rows={2}
					value={note}
					onChange={setNote}
					note="May stay empty. Sites get it with the address; the headline and the text go."
				/>
				<LinkingStories id={session.id} />
			</div>
		</Dialog>
	);
}
