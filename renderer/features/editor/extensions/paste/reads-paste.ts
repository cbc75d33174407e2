import type { Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
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
				read = reader && { story: reader.readHtml(html), from: 'html' };
				return '';
			},
			clipboardTextParser(text, $context, plain, view) {
				const kind = plain || !reader ? 'lines' : reader.kindOfText(text);
				if (kind !== 'lines' && reader) read = { story: reader.readText(text), from: kind };
				return sliceOfLines(text, view.state.schema, $context);
			},
			transformPasted(slice, view) {
				if (read === null) return slice;
				incoming = incomingOf(read, clipboard, view.state.schema, $drop ?? view.state.selection.$from);
				read = null;
				return incoming.slice;
			},
			handlePaste(view, _event, slice) {
				if (slice.size === 0 && incoming !== null) {
					// A picture that was copied by itself comes as a file, which the story takes.
					if (clipboard.files.some((file) => file.type.startsWith('image/'))) return false;
					tell(view.state, view.state);
					return true;
				}
				const { tr } = view.state;
				if (!pasteIntoLine(tr, slice)) return false;
				view.dispatch(tr.scrollIntoView().setMeta('paste', true));
				return true;
			},
		},
	});
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
