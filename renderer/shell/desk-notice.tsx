import { useState } from 'react';
import { useHost } from '../host/host-context.tsx';
import { useNewsroom } from '../session/newsroom-context.tsx';
import { Button } from '../ui/controls/button.tsx';
import { useConnection } from './use-connection.ts';

/** That another newsroom was opened in place of the one on this desk; `by` is its name, null when none is open. */
export interface Replaced {
	readonly by: string | null;
}

/** Above the desk while nothing on it can be saved: why, and the way out. */
export function DeskNotice({
	replaced,
	onOpenAgain,
	onGoOn,
}: {
	replaced: Replaced | null;
	onOpenAgain: () => Promise<void>;
	onGoOn: () => Promise<void>;
}) {
	const connection = useConnection(useHost());
	const { name } = useNewsroom().state.newsroom;
	const [busy, setBusy] = useState(false);
	const run = (action: () => Promise<void>) => {
		setBusy(true);
		void action().finally(() => setBusy(false));
	};
	switch (connection) {
		case 'lost':
			return (
				<div className="app-notice" role="alert">
					Galley does not answer. What you type stays in this window and is saved as soon as it is back. If you have to
					start Galley again, open the address that it prints in this window.
				</div>
			);
		case 'signed-out':
			return (
				<div className="app-notice" role="alert">
					Galley was started again. Open the address that it printed in this window: what you typed stays here, and is
					saved then.
				</div>
			);
		case 'open': {
			if (replaced === null) return null;
			const disabledReason = busy ? 'The newsroom is being opened.' : undefined;
			return (
				<div className="app-notice" role="alert">
					<span>
						{replaced.by === null ? 'This newsroom was closed elsewhere' : `“${replaced.by}” was opened elsewhere`}, so
						what you write in “{name}” is not saved until you open it again.
					</span>
					<Button kind="bordered" disabledReason={disabledReason} onPress={() => run(onOpenAgain)}>
						Open “{name}” again
					</Button>
					{replaced.by === null ? null : (
						<Button kind="link" disabledReason={disabledReason} onPress={() => run(onGoOn)}>
							Go to “{replaced.by}”
						</Button>
					)}
				</div>
			);
		}
	}
}
