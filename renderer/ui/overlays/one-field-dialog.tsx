import type { ReactNode } from 'react';
import { Button } from '../controls/button.tsx';
import { Dialog, DialogSpace } from './dialog.tsx';

/** A small window that asks for one thing; Enter in its field does the same as its button. */
export function OneFieldDialog({
	title,
	action,
	disabledReason,
	onDone,
	onClose,
	children,
}: {
	readonly title: string;
	/** What the button says. */
	readonly action: string;
	readonly disabledReason?: string | undefined;
	readonly onDone: () => void;
	readonly onClose: () => void;
	/** The field. */
	readonly children: ReactNode;
}) {
	return (
		<Dialog
			title={title}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button kind="primary" onPress={onDone} disabledReason={disabledReason}>
						{action}
					</Button>
				</>
			}
		>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					onDone();
				}}
			>
				{children}
			</form>
		</Dialog>
	);
}
