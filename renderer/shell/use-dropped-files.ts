import { type DragEvent, useEffect, useState } from 'react';

/** Takes files that are dropped on a part of the desk; spread the answer on its element. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void) {
	const [isOver, setOver] = useState(false);
	return {
		'data-dropping': isOver ? '' : undefined,
		onDragOver: (event: DragEvent) => {
			if (!holdsFiles(event.dataTransfer)) return;
			event.preventDefault();
			event.dataTransfer.dropEffect = 'copy';
			setOver(true);
		},
		onDragLeave: (event: DragEvent) => {
			const to = event.relatedTarget;
			if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
		},
		onDrop: (event: DragEvent) => {
			setOver(false);
			const files = [...event.dataTransfer.files];
			if (files.length === 0) return;
			event.preventDefault();
			onFiles(files);
		},
	};
}

/** Keeps a file that is dropped beside everything that takes it from being shown in place of Galley. */
export function useNoStrayDrops(): void {
	useEffect(() => {
		const refuse = (event: globalThis.DragEvent) => {
			if (event.defaultPrevented || !holdsFiles(event.dataTransfer)) return;
			event.preventDefault();
			if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
		};
		window.addEventListener('dragover', refuse);
		window.addEventListener('drop', refuse);
		return () => {
			window.removeEventListener('dragover', refuse);
			window.removeEventListener('drop', refuse);
		};
	}, []);
}

function holdsFiles(transfer: DataTransfer | null): boolean {
	return transfer?.types.includes('Files') ?? false;
}
