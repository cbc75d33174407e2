import type { Page } from '@playwright/test';

/** What another program puts on the clipboard. */
export interface Copied {
	readonly html?: string;
	readonly text?: string;
}

/** Puts something on the real clipboard, as another program would. */
export async function copyElsewhere(page: Page, copied: Copied): Promise<void> {
	await page.evaluate(({ html, text }) => {
		const onCopy = (event: ClipboardEvent) => {
			event.preventDefault();
			event.stopImmediatePropagation();
			if (text !== undefined) event.clipboardData?.setData('text/plain', text);
			if (html !== undefined) event.clipboardData?.setData('text/html', html);
		};
		window.addEventListener('copy', onCopy, { capture: true, once: true });
	}, copied);
	await page.keyboard.press('ControlOrMeta+c');
}
