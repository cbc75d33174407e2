import type { NewsroomState } from '#shared/contract/newsroom.ts';
import type { Result } from '#shared/failure.ts';
import type { Core } from '../create-core.ts';

/** Asks a core for the newsroom that is open in it, as a window of that newsroom does. */
export async function askCore(core: Core, name: string, input: unknown, bytes = 100): Promise<Result<unknown>> {
	return core.request(name, input, bytes, await openIn(core));
}

/** The id of the newsroom that is open; null while none is. */
export async function openIn(core: Core): Promise<string | null> {
	const current = await core.request('newsroom.current', {}, 2);
	if (!current.ok) throw new Error(current.failure.message);
	const state = current.value as NewsroomState;
	return state.kind === 'open' ? state.id : null;
}
