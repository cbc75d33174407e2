import { leftOutWords } from '#shared/document/reading/left-out.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Beside, CommandDesk } from '../../commands/command-desk.ts';
import { sendDocument } from '../../session/send-document.ts';
import type { StorySession } from '../../session/story-session.ts';
import { afterDrawing } from '../../ui/after-drawing.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { besideStory } from './beside-story.ts';
import { isUnsaved, OpenStories } from './open-stories.ts';
import { layoutNow } from './use-layout.ts';

/** What is open on the desk of one newsroom, and the actions on it. One lives as long as its newsroom is open. */
export class Workspace extends OpenStories implements CommandDesk {
	/** Makes a draft of each document and opens it; why the last of them could not be made one, null when all are. */
	async openDocuments(files: readonly File[]): Promise<string | null> {
		let problem: string | null = null;
		for (const file of files) {
			const result = await sendDocument(file, (given) => this.host.documents.open(given));
			if (result.ok) {
				await this.open(async () => ({ ok: true, value: result.value.story }));
				const left = leftOutWords(result.value.leftOut, result.value.sites);
				if (left !== null) showToast(left);
			} else problem = result.failure.message;
		}
		return problem;
	}

	/** Copies a story, as it now stands, into a new draft and opens that. */
	async duplicateStory(id: ArticleId): Promise<void> {
		await this.session(id)?.flush();
		await this.open(() => this.host.articles.duplicate({ id }));
	}

	/** Moves a story to the trash; where others link to it, these are shown first. */
	async trashStory(id: ArticleId, headline: string): Promise<void> {
		const linking = await this.host.articles.linkingTo({ selection: { kind: 'ids', ids: [id] } });
		// Where that cannot be told, the story itself tells what links to nothing.
		if (!linking.ok || linking.value.count === 0) await this.trashAnyway(id, headline);
		else this.change({ dialog: { kind: 'trash', id, headline, links: linking.value } });
	}

	/** The same for a story of which only the id is at hand. */
	async trashById(id: ArticleId): Promise<void> {
		const linked = await this.host.articles.linked({ ids: [id] });
		await this.trashStory(id, linked.ok ? (linked.value[0]?.headline ?? '') : '');
	}

	/** Moves a story to the trash, whatever links to it; the message that says so offers to undo it. */
	async trashAnyway(id: ArticleId, headline: string): Promise<void> {
		await this.session(id)?.flush();
		const result = await this.host.articles.trash({ id });
		if (!result.ok) {
			showToast(result.failure.message);
			return;
		}
		const wasOpen = this.session(id) !== null;
		this.letGo(id);
		const name = headline.trim() === '' ? 'The untitled story' : `“${headline}”`;
		showToast(`${name} is in the trash.`, {
			label: 'Undo',
			run: () => {
				void this.restoreStory(id, wasOpen).then((session) => {
					// Where it is written, once it is drawn.
					if (session !== null) afterDrawing(() => session.editor.view.focus());
				});
			},
		});
	}

	/** Lets go of open stories that are gone, as after many went to the trash; one with words in no file stays. */
	async dropGone(): Promise<void> {
		const ids = this.getState().sessions.map(({ id }) => id);
		if (ids.length === 0) return;
		const result = await this.host.articles.linked({ ids });
		if (!result.ok) return; // The story itself tells that its file is gone.
		const left = new Set(result.value.map(({ id }) => id));
		for (const id of ids) if (!left.has(id)) this.letGo(id);
	}

	/** Takes a story out of the trash, and opens it when asked. */
	async restoreStory(id: ArticleId, open: boolean): Promise<StorySession | null> {
		const result = await this.host.articles.restore({ id });
		if (!result.ok) showToast(result.failure.message);
		return result.ok && open ? await this.openStory(id) : null;
	}

	/** Shows that beside the story, in place of what stands there, or hides it when it is there already. */
	async toggleBeside(what: Beside): Promise<void> {
		if (this.getState().focusMode) this.change({ focusMode: false });
		const layout = layoutNow();
		const isShown = besideStory(this.getState(), layout) === what;
		if (layout === 'small') this.change({ drawer: isShown ? null : what });
		else if (what === 'history') this.change({ history: !isShown });
		else {
			this.change({ history: false });
			await this.prefer({ preview: !isShown });
		}
	}

	/** Saves every open story; whether all files now hold everything. */
	async flushAll(): Promise<boolean> {
		const saved = await Promise.all(
			this.getState().sessions.map((session) => session.getSaveState().kind === 'readOnly' || session.flush()),
		);
		return saved.every(Boolean);
	}

	/** Saves every open story as far as it has a file; whether those files now hold everything. */
	async saveFiles(): Promise<boolean> {
		await this.flushAll();
		return this.getState().sessions.every((session) => session.getSaveState().kind === 'gone' || !isUnsaved(session));
	}

	/** Whether something typed is not in its file yet. */
	hasUnsaved(): boolean {
		return this.getState().sessions.some(isUnsaved);
	}
}
