import { X } from 'lucide-react';
import {
	UNSTABLE_Toast as AriaToast,
	Text,
	UNSTABLE_ToastContent as ToastContent,
	UNSTABLE_ToastQueue as ToastQueue,
	UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from '../controls/button.tsx';
import './toast.css';

interface ToastAction {
	readonly label: string;
	readonly run: () => void;
}

interface ToastMessage {
	readonly text: string;
	readonly actions: readonly ToastAction[];
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says something in passing, with an action such as Undo; it goes by itself after eight seconds, or longer with a choice. */
export function showToast(text: string, ...offered: readonly (ToastAction | null)[]): void {
	const actions = offered.filter((action) => action !== null);
	queue.add({ text, actions }, { timeout: actions.length > 1 ? 20_000 : 8000 });
}

/** Where the messages of `showToast` appear; one in the app. */
export function Toasts() {
	return (
		// A pane of its own, so that the keyboard gets to what a message offers.
		<ToastRegion queue={queue} className="toasts" aria-label="Messages" data-pane="messages">
			{({ toast }) => {
				const { actions, text } = toast.content;
				return (
					<AriaToast toast={toast} className="toast">
						<ToastContent className="toast-text">
							<Text slot="title">{text}</Text>
						</ToastContent>
						{actions.map(({ label, run }) => (
							<Button
								key={label}
								onPress={() => {
									run();
									queue.close(toast.key);
								}}
							>
								{label}
							</Button>
						))}
						<IconButton icon={X} label="Dismiss" onPress={() => queue.close(toast.key)} />
					</AriaToast>
				);
			}}
		</ToastRegion>
	);
}
