import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';
import { Button } from '../controls/button.tsx';

/** A window over the app that keeps the keyboard until it is closed. Escape closes it. */
export function Dialog({
	title,
	intro,
	size = 'normal',
	onClose,
	foot,
	dismissable = true,
	children,
}: {
	title: string;
	intro?: ReactNode;
	size?: 'normal' | 'wide';
	onClose: () => void;
	/** The row of buttons at its end; put `<DialogSpace />` before those that stand at the far side. */
	foot?: ReactNode;
	/** Whether Escape closes it. */
	dismissable?: boolean;
	children?: ReactNode;
}) {
	return (
		<ModalOverlay
			className="dialog-scrim"
			isOpen
			isKeyboardDismissDisabled={!dismissable}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
		>
			<Modal className="dialog-frame" data-size={size}>
				<AriaDialog className="dialog">
					<Heading slot="title" level={2} className="dialog-title">
						{title}
					</Heading>
					{intro === undefined ? null : <p className="dialog-intro">{intro}</p>}
					{children === undefined ? null : <div className="dialog-body">{children}</div>}
					{foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}

/** Pushes what follows it in a dialog's foot to the far side. */
export function DialogSpace() {
	return <span className="dialog-foot-space" />;
}

/** The foot of a dialog that only shows something. */
export function DialogDone({ onClose }: { onClose: () => void }) {
	return (
		<>
			<DialogSpace />
			<Button kind="primary" onPress={onClose}>
				Done
			</Button>
		</>
	);
}
