import { type DeskCommandId, deskCommands } from '#shared/commands/desk-commands.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Command } from '../ui/command.ts';
import type { CommandDesk } from './command-desk.ts';

/** What a command works on. */
export interface CommandContext {
	readonly workspace: CommandDesk;
	/** The story of the list that it was chosen for; when absent it is for the story in front. */
	readonly story?: { readonly id: ArticleId; readonly headline: string } | undefined;
}

/** A command of the desk: a story, the newsroom, a pane. */
export interface DeskCommand extends Command<CommandContext> {
	readonly id: DeskCommandId;
}

/** A command of the desk with the words that both hosts show of it. */
export function deskCommand(
	id: DeskCommandId,
	does: Pick<DeskCommand, 'icon' | 'disabledReason' | 'run'>,
): DeskCommand {
	return { id, ...deskCommands[id], ...does };
}

/** Which story a command is for; null when there is none. */
export function storyOf({ workspace, story }: CommandContext): { id: ArticleId; headline: string } | null {
	if (story !== undefined) return story;
	const session = workspace.activeSession;
	return session === null ? null : { id: session.id, headline: session.getArticle().headline };
}

/** Speaks against a command that needs a story. */
export function whenNoStory(context: CommandContext): string | null {
	return storyOf(context) === null ? 'No story is open.' : null;
}

/** Speaks against a command that writes this very story. */
export function whenReadOnly(context: CommandContext): string | null {
	const { workspace } = context;
	const state = workspace.session(storyOf(context)?.id ?? null)?.getSaveState();
	return whenNoStory(context) ?? workspace.getState().readOnly ?? (state?.kind === 'readOnly' ? state.reason : null);
}
