import type { Failure } from '#shared/failure.ts';
import type { SaveState } from '../desk/save-state.ts';

/** A save state in words, and how serious it is. */
export interface SaveWords {
	readonly text: string;
	readonly tone: 'good' | 'plain' | 'bad';
}

/** Puts a failure after "Not saved because". */
function because(failure: Failure): string {
	if (failure.code === 'disconnected') return 'Not saved because Galley does not answer. It keeps trying.';
	if (failure.code === 'disk' && /full|space/i.test(failure.message))
		return 'Not saved because the disk is full. Galley keeps trying.';
	const sentence = failure.message.trim().replace(/[.!]+$/, '');
	const [first = '', ...rest] = sentence;
	// A name or an acronym keeps its capital.
	const begins = /^(?:The|This|A|An|There|It|Its|No|Somebody|Nothing|You|Another) /.test(sentence)
		? first.toLowerCase() + rest.join('')
		: sentence;
	return `Not saved because ${begins}. Galley keeps trying.`;
}

/** What the status bar says of a story. */
export function saveWords(state: SaveState, locale: string): SaveWords {
	switch (state.kind) {
		case 'saved': {
			if (state.at === null) return { text: 'Saved', tone: 'good' };
			const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(state.at);
			return { text: `Saved at ${time}`, tone: 'good' };
		}
		case 'dirty':
		case 'saving':
			return { text: 'Saving…', tone: 'plain' };
		case 'failed':
			return { text: because(state.failure), tone: 'bad' };
		case 'conflict':
			return { text: 'Not saved because the story was changed elsewhere.', tone: 'bad' };
		case 'gone':
			return { text: 'Not saved because the story’s file is gone.', tone: 'bad' };
		case 'readOnly':
			return { text: 'For reading only', tone: 'plain' };
	}
}
