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

interface ToastMessage {
	readonly text: string;
	readonly action: { readonly label: string; readonly run: () => void } | null;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says something in passing, with an action such as Undo; it goes by itself after eight seconds. */
export function showToast(text: string, action: ToastMessage['action'] = null): void {
	queue.add({ text, action }, { timeout: 8000 });
}

/** Where the messages of `showToast` appear; one in the app. */
export function Toasts() {
	return (
		// A pane of its own, so that the keyboard gets to what a message offers.
		<ToastRegion queue={queue} className="toasts" aria-label="Messages" data-pane="messages">
			{({ toast }) => {
				const { action, text } = toast.content;
				return (
					<AriaToast toast={toast} className="toast">
						<ToastContent className="toast-text">
							<Text slot="title">{text}</Text>
						</ToastContent>
						{action === null ? null : (
							<Button
								onPress={() => {
									action.run();
									queue.close(toast.key);
								}}
							>
								{action.label}
							</Button>
						)}
						<IconButton icon={X} label="Dismiss" onPress={() => queue.close(toast.key)} />
					</AriaToast>
				);
			}}
		</ToastRegion>
	);
}
