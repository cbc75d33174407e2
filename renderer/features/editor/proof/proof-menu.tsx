import { BookPlus, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useHost } from '../../../host/host-context.tsx';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { afterDrawing } from '../../../ui/after-drawing.ts';
import { MenuAt, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import { showToast } from '../../../ui/overlays/toast.tsx';
import type { Asked } from './asked.ts';
import { proofService } from './proof-service.ts';
import { proofreaderOf } from './proofreader.ts';
import type { ProofMark, StyleMark } from './worker/messages.ts';

const addWord = ' add';
const letStand = ' stand';

/** What can be done at one underlined place, in a menu at the word. */
export function ProofMenu({
	session,
	at,
	onClose,
}: {
	readonly session: StorySession;
	readonly at: Asked;
	readonly onClose: () => void;
}) {
	const { editor } = session;
	const host = useHost();
	const { state } = useNewsroom();
	const anchor = useRef(at.anchor);
	const { word } = at;
	const dictionary = at.mark.kind === 'style' ? null : (proofreaderOf(editor)?.settings.dictionary ?? null);
	const [offered, setOffered] = useState<readonly string[] | null>(() =>
		at.mark.kind === 'style' ? offeredBy(at.mark) : dictionary === null ? [] : null,
	);

	useEffect(() => {
		if (dictionary === null) return;
		let isCurrent = true;
		const take = (words: readonly string[]) => {
			if (isCurrent) setOffered(words);
		};
		proofService.suggest(word, dictionary).then(take, () => take([]));
		return () => {
			isCurrent = false;
		};
	}, [word, dictionary]);

	const addToList = async () => {
		const changed = await host.newsroom.changeWords({ add: [word], remove: [] });
		if (changed.ok) showToast(`“${word}” is in the newsroom’s word list.`);
		else showToast(changed.failure.message);
	};
	const act = (id: string) => {
		if (editor.isDestroyed) return;
		if (id === addWord) void addToList();
		else if (id === letStand) session.setField('ignoredWords', [...session.getField('ignoredWords'), word]);
		else if (id.startsWith('use ')) at.put(id.slice(4));
		at.focus();
	};
	// A menu that fills itself later would move the focus; the dictionary is at hand, as it underlined the word.
	if (offered === null) return null;
	const none = {
		id: ' none',
		label: at.mark.kind === 'style' ? 'Write it another way' : 'No suggestions',
		disabledReason: '',
	};
	const uses = offered.map((one) => ({ id: `use ${one}`, label: one }));
	const add: MenuEntry = {
		id: addWord,
		label: 'Add to the newsroom’s word list',
		icon: BookPlus,
		disabledReason: state.readOnly ?? state.words.problem ?? undefined,
	};
	const stand: MenuEntry = { id: letStand, label: 'Ignore in this story', icon: EyeOff };
	return (
		<MenuAt
			label={`Suggestions for “${word}”`}
			anchor={anchor}
			isOpen
			onClose={onClose}
			groups={[
				{ heading: headingOf(at.mark), entries: uses.length === 0 ? [none] : uses },
				{ entries: at.mark.kind === 'style' ? [stand] : [add, stand] },
			]}
			// The closing menu first gives the focus back, and with it the place of the cursor.
			onAction={(id) => afterDrawing(() => act(id))}
		/>
	);
}

/** Why the house style speaks of it. */
function headingOf(mark: ProofMark): string | undefined {
	if (mark.kind === 'spelling') return undefined;
	return mark.rule.reason.trim() === '' ? 'House style' : mark.rule.reason;
}

function offeredBy({ by }: StyleMark): readonly string[] {
	return by === null ? [] : [by];
}
