import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { ResolvedPos, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type Clipboard, type Incoming, incomingOf } from './incoming.ts';
import { isOwnHtml, ownSerializer } from './own-clipboard.ts';
import { changeBetween, tellPasted } from './pasted.ts';
import { pasteIntoLine } from './single-line-fields.ts';
import { sliceOfLines } from './slice-of-lines.ts';

type Reader = typeof import('./document-reader.ts');
let reader: Reader | null = null;

/** Loads what reads documents, once for all stories; after a failure the next call tries again. */
async function loadReader(): Promise<void> {
	reader ??= await import('./document-reader.ts');
}

/** Reads what is pasted or dropped by a parser of our own, and tells what became of it. */
export function readsPaste(editor: Editor): Plugin {
	let clipboard: Clipboard = { text: '', files: [] };
	/** Where a drop goes in; a paste goes in at the cursor. */
	let $drop: ResolvedPos | null = null;
	let read: Parameters<typeof incomingOf>[0] | null = null;
	let incoming: Incoming | null = null;
	let isTaken = false;

	const begin = (transfer: DataTransfer | null, $place: ResolvedPos | null) => {
		clipboard = { text: transfer?.getData('text/plain') ?? '', files: [...(transfer?.files ?? [])] };
		$drop = $place;
		read = null;
		incoming = null;
		isTaken = false;
	};
	const tell = (before: EditorState, after: EditorState) => {
		if (incoming === null) return;
		const { slice: _slice, ...brought } = incoming;
		incoming = null;
		isTaken = false;
		tellPasted(editor, { ...brought, change: changeBetween(before, after) });
	};

	/** Whether nothing goes in at once. A picture that was copied by itself comes as a file too, which the story takes. */
	const isOnlyToTell = (slice: Slice) =>
		slice.size === 0 && incoming !== null && !clipboard.files.some((file) => file.type.startsWith('image/'));

	return new Plugin({
		key: new PluginKey('readsPaste'),
		view: () => {
			loadReader().catch(() => {
				// Asked for again by the paste that needs it.
			});
			return {
				update(view, before) {
					if (isTaken) tell(before, view.state);
				},
			};
		},
		appendTransaction(transactions) {
			isTaken ||= transactions.some((tr) => tr.docChanged && (tr.getMeta('paste') || tr.getMeta('uiEvent') === 'drop'));
			return null;
		},
		props: {
			clipboardSerializer: ownSerializer(editor.schema),
			handleDOMEvents: {
				paste(view, event) {
					begin(event.clipboardData, null);
					// A paste is a step of its own in the history, however soon it comes after what was typed.
					if (view.editable) view.dispatch(closeHistory(view.state.tr));
					const html = event.clipboardData?.getData('text/html') ?? '';
					if (reader || html === '') return false;
					event.preventDefault();
					void pasteWhenLoaded(view, html, clipboard.text);
					return true;
				},
				drop(view, event) {
					const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
					begin(event.dataTransfer, place && view.state.doc.resolve(place.pos));
					return false;
				},
			},
			transformPastedHTML(html) {
				if (isOwnHtml(html)) return html;
				const kind = reader && isFromCodeEditor(html) ? reader.kindOfText(clipboard.text) : 'lines';
				if (reader && kind !== 'lines') read = { story: reader.readText(clipboard.text), from: kind };
				else if (reader) read = { story: reader.readHtml(html), from: 'html' };
				return '';
			},
			clipboardTextParser(text, $context, plain, view) {
				const kind = plain || !reader ? 'lines' : reader.kindOfText(text);
				if (kind !== 'lines' && reader) read = { story: reader.readText(text), from: kind };
				return sliceOfLines(text, view.state.schema, $context);
			},
			transformPasted(slice, view) {
				if (read === null) return slice;
				const $place = $drop ?? view.state.selection.$from;
				const { schema } = view.state;
				incoming = incomingOf(read, clipboard, schema, $place);
				read = null;
				if (holdsSomething(incoming)) return incoming.slice;
				// Some programs write HTML with nothing in it beside their text.
				incoming = null;
				return clipboard.text === '' ? slice : sliceOfLines(clipboard.text, schema, $place);
			},
			handlePaste(view, _event, slice) {
				if (isOnlyToTell(slice)) {
					tell(view.state, view.state);
					return true;
				}
				const { tr } = view.state;
				if (!pasteIntoLine(tr, slice)) return false;
				view.dispatch(tr.scrollIntoView().setMeta('paste', true));
				return true;
			},
			handleDrop(view, _event, slice) {
				if (!isOnlyToTell(slice)) return false;
				tell(view.state, view.state);
				return true;
			},
		},
	});
}

function holdsSomething({ slice, pictures, leftOut }: Incoming): boolean {
	return slice.size > 0 || pictures.length > 0 || Object.keys(leftOut).length > 0;
}

/** Editors of code copy their colours as HTML; what was written is the text. */
function isFromCodeEditor(untrustedHtml: string): boolean {
	return /^(?:\s|<!--(?:(?!-->).)*-->|<\/?(?:meta|html|head|body)\b[^>]*>)*<(?:div|pre) style="[^"]*monospace/is.test(
		untrustedHtml,
	);
}

async function pasteWhenLoaded(view: EditorView, html: string, text: string): Promise<void> {
	const isLoaded = await loadReader().then(
		() => true,
		() => false,
	);
	if (view.isDestroyed) return;
	if (isLoaded) view.pasteHTML(html);
	else view.pasteText(text);
}
