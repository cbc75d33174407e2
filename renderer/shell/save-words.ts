import type { Failure } from '#shared/failure.ts';
import { formatTime } from '#shared/text/format-date.ts';
import type { JournalState } from '../session/saving/journal-writer.ts';
import type { SaveState } from '../session/saving/save-state.ts';

/** A save state in words, and how serious it is. */
export interface SaveWords {
	readonly text: string;
	readonly tone: 'good' | 'plain' | 'bad';
}

/** What is true beside the save itself. */
export interface SaveSetting {
	readonly locale: string;
	/** The newsroom's, as at every other moment in the window. */
	readonly timeZone: string;
	readonly journal: JournalState;
	/** Whether a save has waited so long that the disk seems not to answer. */
	readonly stalled: boolean;
}

/** Puts a failure after "Not saved because". */
function because(failure: Failure): string {
	if (failure.code === 'disconnected') return 'Not saved because Galley does not answer.';
	if (failure.code === 'disk' && /full|space/i.test(failure.message)) return 'Not saved because the disk is full.';
	const sentence = failure.message.trim().replace(/[.!]+$/, '');
	const [first = '', ...rest] = sentence;
	// A name or an acronym keeps its capital.
	const begins = /^(?:The|This|A|An|There|It|Its|No|Somebody|Nothing|You|Another) /.test(sentence)
		? first.toLowerCase() + rest.join('')
		: sentence;
	return `Not saved because ${begins}.`;
}

/** Where the text is that the file does not hold. */
function whereItIs(journal: JournalState): string {
	switch (journal.kind) {
		case 'kept':
			return 'Your text is kept in the journal.';
		case 'in-browser':
			return 'Your text is kept in this browser.';
		case 'failed':
			return 'The journal does not take it either, so keep this window open.';
		case 'empty':
			return '';
	}
}

const sentences = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

/** What the status bar says of a story. */
export function saveWords(state: SaveState, { locale, timeZone, journal, stalled }: SaveSetting): SaveWords {
	switch (state.kind) {
		case 'saved': {
			if (state.at === null) return { text: 'Saved', tone: 'good' };
			return { text: `Saved at ${formatTime(state.at, { locale, timeZone })}`, tone: 'good' };
		}
		case 'dirty':
		case 'saving':
			if (!stalled) return { text: 'Saving…', tone: 'plain' };
			return { text: sentences('The disk does not answer.', whereItIs(journal)), tone: 'bad' };
		case 'failed':
			return { text: sentences(because(state.failure), whereItIs(journal), 'Galley keeps trying.'), tone: 'bad' };
		case 'conflict':
			return {
				text: sentences('Not saved because the story was changed elsewhere.', whereItIs(journal)),
				tone: 'bad',
			};
		case 'gone':
			return { text: sentences('Not saved because the story’s file is gone.', whereItIs(journal)), tone: 'bad' };
		case 'readOnly':
			return { text: 'For reading only', tone: 'plain' };
	}
}
