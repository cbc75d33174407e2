import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import { holdAnswers } from '../../fixtures/held-answer.ts';

const busy = 'The page is busy.';

/**
 * Keeps the page busy for seconds once an operation has answered, with the answer at its list and not drawn: a press is what
 * it does next. Returns the function that waits until it is busy.
 */
async function isBusyOnceAnswered(page: Page, operation: string): Promise<() => Promise<unknown>> {
	const isBusy = page.waitForEvent('console', (message) => message.text() === busy);
	await page.evaluate(
		([operation, busy]) => {
			const ask = window.fetch;
			window.fetch = async (address, init) => {
				const response = await ask(address, init);
				if (!String(address).endsWith(`/api/${operation}`)) return response;
				window.fetch = ask;
				const answer = await response.json();
				return Object.assign(response, {
					async json() {
						queueMicrotask(async () => {
							for (let turn = 0; turn < 100; turn += 1) await null;
							console.log(busy);
							const end = performance.now() + 3000;
							while (performance.now() < end);
						});
						return answer;
					},
				});
			};
		},
		[operation, busy] as const,
	);
	return () => isBusy;
}

/** Looks for words, and presses what the pointer is on when their answer is there and not drawn yet. */
async function pressOnceAsked(page: Page, field: Locator, words: string, operation: string): Promise<void> {
	// Whoever used the keyboard last has marks of the focus taken away by a press, which draws all that waits.
	await field.press('ArrowLeft');
	const whenBusy = await isBusyOnceAnswered(page, operation);
	await field.fill(words);
	await whenBusy();
	await page.mouse.down();
	await page.mouse.up();
}

/** Waits until what the page has been answered would be drawn. */
async function drawsTwice(page: Page): Promise<void> {
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
	);
}

async function nameOf(option: Locator): Promise<string> {
	return (await option.locator('.visually-hidden').first().textContent()) ?? '';
}

test('a story that is pressed while the list changes under the pointer is the one that is added', async ({ desk }) => {
	const { inspector, page } = desk;
	await desk.openStory('Eleven bakers buy a mill');
	const answer = await holdAnswers(page, 'search.articles');
	const picker = await inspector.openRelatedPicker();
	const pressed = picker.getByRole('option').nth(3);
	await pressed.hover();
	const name = await nameOf(pressed);
	await picker.getByRole('searchbox').fill(name);
	await page.mouse.down();
	const answered = page.waitForResponse('**/api/search.articles');
	answer();
	await (await answered).finished();
	await drawsTwice(page);
	await page.mouse.up();
	await expect(inspector.region.getByRole('button', { name: `Remove ${name}`, exact: true })).toBeVisible();
	await inspector.closePicker(picker);
});

test('a story that is pressed just before the list changes is the one that is added', async ({ desk }) => {
	const { inspector, page } = desk;
	await desk.openStory('Eleven bakers buy a mill');
	const picker = await inspector.openRelatedPicker();
	const pressed = picker.getByRole('option').nth(3);
	await pressed.hover();
	const name = await nameOf(pressed);
	await pressOnceAsked(page, picker.getByRole('searchbox'), name, 'search.articles');
	await expect(inspector.region.getByRole('button', { name: `Remove ${name}`, exact: true })).toBeVisible();
	await inspector.closePicker(picker);
});

test('an author who is pressed just before the list changes is the one that is chosen', async ({ desk }) => {
	const { list, page } = desk;
	await list.openFilter();
	const field = list.filter.getByRole('combobox', { name: 'Author' });
	await field.click();
	const pressed = page.getByRole('listbox', { name: 'Author' }).getByRole('option').nth(2);
	await pressed.hover();
	const name = (await pressed.locator('bdi').textContent()) ?? '';
	await pressOnceAsked(page, field, name.slice(0, 1), 'articles.facets');
	await expect(field).toHaveValue(name);
});
