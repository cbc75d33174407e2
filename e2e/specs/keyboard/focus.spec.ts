import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import { projectRoot } from '../../fixtures/places.ts';
import type { Desk } from '../../pages/desk.ts';

/** Something that an editor opens by its name while writing, and where the focus is when it is over. */
interface Row {
	readonly command: string;
	/** What is done once it is open; without it, it is done at once. */
	readonly act?: (desk: Desk) => Promise<void>;
}

const dialog = ({ page }: Desk) => page.getByRole('dialog');
/** Closes the window on top, which has the keyboard by then. */
const leave = async (desk: Desk) => {
	await expect(dialog(desk)).toBeVisible();
	await expect.poll(() => hasFocusWithin(dialog(desk))).toBe(true);
	await desk.page.keyboard.press('Escape');
	await expect(dialog(desk)).toBeHidden();
};
const hasFocusWithin = (place: Locator) => place.evaluate((element) => element.contains(document.activeElement));
const picture = join(projectRoot, 'content/newsroom/media/2024/12/c51f86f65a4b.png');

const blocks: readonly Row[] = [
	...['quote', 'pull quote', 'divider', 'table', 'key points', 'bulleted list', 'numbered list', 'smaller subhead'].map(
		(command) => ({ command }),
	),
	{ command: 'embed', act: leave },
	{
		command: 'embed',
		act: async (desk) => {
			await expect(desk.page.getByRole('textbox', { name: 'Address' })).toBeFocused();
			await desk.page.keyboard.type('https://example.org/film');
			await desk.page.keyboard.press('Enter');
			await expect(dialog(desk)).toBeHidden();
		},
	},
];

test('after each block put in by its name, typing goes on in the text', async ({ desk }) => {
	const { story, page } = desk;
	for (const { command, act } of blocks) {
		const how = act === undefined ? 'after' : act === leave ? 'after leaving' : 'after filling in';
		await test.step(`${how} “${command}”`, async () => {
			await startBody(desk);
			await desk.palette.goTo(command);
			await act?.(desk);
			await expect(story.text).toBeFocused();
			await page.keyboard.type('Going on');
			await expect(story.region.locator('.story-paper')).toContainText('Going on');
			await expect(story.region.locator('.story-paper')).toContainText('First words');
			const type = { divider: 'divider', embed: 'embed', table: 'table' }[command];
			if (act !== leave && type !== undefined) await expect(story.blocks(type)).toHaveCount(1);
		});
	}
});

test('after choosing a file for a picture or a gallery, typing goes on in the text', async ({ desk }) => {
	const { story, page } = desk;
	for (const command of ['picture', 'gallery']) {
		await test.step(command, async () => {
			await startBody(desk);
			await desk.palette.goTo(command);
			await story.addPictures(picture);
			const type = command === 'picture' ? 'image' : 'gallery';
			await expect(story.blocks(type)).toHaveCount(1);
			await expect(story.text).toBeFocused();
			await page.keyboard.type('Going on');
			await expect(story.region.locator('.story-paper')).toContainText('Going on');
			await expect(story.blocks(type)).toHaveCount(1);
		});
	}
});

const windows = [
	'settings',
	'export',
	'export log',
	'publish',
	'withdraw',
	'open a newsroom',
	'new newsroom',
	'back up',
	'restore a backup',
	'keyboard shortcuts',
];

test('Escape closes every window that is opened by its name, and typing goes on in the text', async ({ desk }) => {
	await startBody(desk);
	for (const command of windows) {
		await test.step(command, async () => {
			if (command === 'withdraw') await desk.openStory('The sleeper that pays its way, just');
			await desk.story.goToEnd();
			await desk.palette.goTo(command);
			await leave(desk);
			await expect(desk.story.text).toBeFocused();
			await desk.page.keyboard.type(` after ${command}`);
			await expect(desk.story.blocks().last()).toContainText(`after ${command}`);
		});
	}
});

test('what is typed at once when the keyboard comes back to the text stands where the cursor was', async ({ desk }) => {
	const { page, story } = desk;
	await startBody(desk);
	await page.keyboard.press('ControlOrMeta+Shift+f');
	await expect(page.getByRole('searchbox', { name: 'Search stories' })).toBeFocused();
	await story.text.evaluate((text) => {
		text.focus();
		document.execCommand('insertText', false, ' at once');
	});
	await expect(story.blocks().last()).toHaveText('First words at once');
	await expect(story.headline).toHaveText('Focus');
});

async function startBody(desk: Desk): Promise<void> {
	await expect(desk.list.stories.first()).toBeVisible();
	const story = await desk.newStory();
	await story.typeHeadline('Focus');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type('First words');
}

/** A button of the details that is pressed by keyboard, what is done then, and what has the focus when it is over. */
interface DetailRow {
	readonly button: string | RegExp;
	readonly act?: (desk: Desk) => Promise<void>;
	readonly lands: (desk: Desk) => Locator;
	readonly fold?: string;
}
const inDetails = ({ inspector }: Desk, name: string | RegExp) =>
	inspector.region.getByRole('button', { name, exact: typeof name === 'string' }).first();
const chooseStory =
	(...words: readonly string[]) =>
	async (desk: Desk) => {
		const field = dialog(desk).getByRole('searchbox');
		for (const word of words) {
			await expect(field).toBeFocused();
			await expect(field).toHaveValue('');
			await desk.page.keyboard.type(word);
			await desk.page.keyboard.press('Enter');
		}
	};

/** In this order, on one story. */
const details: readonly DetailRow[] = [
	{ button: 'Add category', act: leave, lands: (desk) => inDetails(desk, 'Add category') },
	{ button: 'Add related post', act: leave, lands: (desk) => inDetails(desk, 'Add related post') },
	{
		button: 'Add related post',
		act: async (desk) => {
			await chooseStory('harbour', 'bakers')(desk);
			await expect(dialog(desk).getByRole('searchbox')).toHaveValue('');
			await leave(desk);
		},
		lands: (desk) => inDetails(desk, 'Add related post'),
	},
	{
		button: /^Remove The harbour/,
		lands: (desk) => desk.inspector.region.getByRole('row', { name: /^Eleven bakers/ }),
	},
	{ button: 'Choose next read', act: leave, lands: (desk) => inDetails(desk, 'Choose next read') },
	{ button: 'Choose next read', act: chooseStory('harbour'), lands: (desk) => inDetails(desk, 'Choose next read') },
	{ button: /^Clear next read/, lands: (desk) => inDetails(desk, 'Choose next read') },
	{ button: 'Choose next read', act: chooseStory('harbour'), lands: (desk) => inDetails(desk, 'Choose next read') },
	{
		fold: 'Byline and dateline',
		button: 'Add person',
		lands: ({ inspector }) => inspector.region.getByRole('combobox', { name: 'Name' }).last(),
	},
	{
		button: /^Remove person/,
		lands: ({ inspector }) => inspector.region.getByRole('combobox', { name: 'Name' }).first(),
	},
	{ button: 'Remove Joanna Wick', lands: ({ inspector }) => inspector.region.getByRole('combobox', { name: 'Name' }) },
	{ button: 'Remove picture', lands: (desk) => inDetails(desk, 'Add lead picture') },
	{
		fold: 'Corrections',
		button: 'Add correction',
		lands: ({ inspector }) => inspector.region.getByRole('textbox', { name: 'Correction' }),
	},
	{ button: 'Remove correction', lands: (desk) => inDetails(desk, 'Add correction') },
];

test('in the details, the focus stays where work goes on', async ({ desk }) => {
	await desk.openStory('The thief who knew the sound of bronze');
	for (const { button, act, lands, fold } of details) {
		if (fold !== undefined) await desk.inspector.unfold(fold);
		await inDetails(desk, button).focus();
		await desk.page.keyboard.press('Enter');
		await act?.(desk);
		await expect.soft(lands(desk), `after “${button}”`).toBeFocused({ timeout: 5000 });
	}
});

test('a byline is typed where “Add a byline” leads to', async ({ desk }) => {
	const story = await desk.newStory();
	await desk.page.getByRole('button', { name: 'Add a byline' }).focus();
	await desk.page.keyboard.press('Enter');
	await expect(desk.page.getByRole('combobox', { name: 'Name' })).toBeFocused();
	await desk.page.keyboard.type('Joanna W');
	await expect(desk.page.getByRole('option', { name: /Joanna Wick/ })).toBeVisible();
	await desk.page.keyboard.press('ArrowDown');
	await desk.page.keyboard.press('Enter');
	await expect(story.region.getByRole('button', { name: 'By Joanna Wick' })).toBeVisible();
});

test('a story goes to the trash and comes back by keyboard, and typing goes on in it', async ({ desk }) => {
	const { page, story } = desk;
	await startBody(desk);
	await story.waitUntilSaved();
	await desk.palette.goTo('move story to the trash');
	const messages = page.getByRole('region', { name: 'Messages' });
	const undo = messages.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeVisible();
	await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
	// The panes in their order; the messages are the last one.
	for (let pane = 0; pane < 4 && !(await hasFocusWithin(messages)); pane += 1) await page.keyboard.press('F6');
	await page.keyboard.press('Tab');
	await expect(undo).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(story.headline).toHaveText('Focus');
	await expect(story.text).toBeFocused();
	await page.keyboard.type('Back');
	await expect(story.region.locator('.story-paper')).toContainText('Back');
});

test('after an export and a publication, typing goes on in the text', async ({ desk }) => {
	const { page, story } = desk;
	const { keyboard } = page;
	await startBody(desk);
	await desk.inspector.addCategory('World');
	await story.goToEnd();
	await desk.palette.goTo('publish');
	await expect(desk.publishing.first).toBeVisible();
	await desk.publishing.first
		.getByRole('button', { name: /^Publish/ })
		.last()
		.focus();
	await keyboard.press('Enter');
	await expect(dialog(desk)).toBeHidden();
	await expect(story.text).toBeFocused();
	await keyboard.type(' go on');
	await expect(story.blocks().last()).toHaveText('First words go on');
	await story.waitUntilSaved();
	await desk.palette.goTo('export…');
	await dialog(desk).getByRole('textbox', { name: 'Folder' }).fill(desk.setting.places.path('site'));
	await keyboard.press('Enter');
	await dialog(desk).getByRole('button', { name: 'Export 1 story' }).focus();
	await keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
	await page.getByRole('button', { name: 'Done' }).focus();
	await keyboard.press('Enter');
	await expect(dialog(desk)).toBeHidden();
	await expect(story.text).toBeFocused();
	await keyboard.type(' still');
	await expect(story.blocks().last()).toHaveText('First words go on still');
});

test('Escape in edited settings asks before it discards, one window after the other', async ({ desk }) => {
	const { page, story } = desk;
	await startBody(desk);
	await desk.palette.goTo('settings');
	const settings = page.getByRole('dialog', { name: 'Newsroom settings' });
	const name = settings.getByRole('textbox', { name: 'Name', exact: true });
	await name.fill('Meridian Daily');
	await page.keyboard.press('Escape');
	const question = page.getByRole('dialog', { name: 'Discard what you changed?' });
	await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(question).toBeHidden();
	await expect(name).toBeFocused();
	await expect(name).toHaveValue('Meridian Daily');
	await page.keyboard.press('Escape');
	await question.getByRole('button', { name: 'Discard' }).focus();
	await page.keyboard.press('Enter');
	await expect(dialog(desk)).toHaveCount(0);
	await expect(story.text).toBeFocused();
	await expect(desk.navigator.getByRole('button', { name: 'Meridian, newsroom menu' })).toBeVisible();
});

test('menus opened by keyboard give the focus back to their button, and panes over the desk to what opened them', async ({
	desk,
}) => {
	const { page, story } = desk;
	await startBody(desk);
	const buttons = [
		story.tool('Kind of text: Paragraph'),
		story.tool('More blocks'),
		page.getByRole('button', { name: 'Status: Draft' }),
		desk.navigator.getByRole('button', { name: /newsroom menu$/ }),
	];
	for (const button of buttons) {
		await button.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('menu')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('menu')).toBeHidden();
		await expect(button).toBeFocused();
	}
	await page.setViewportSize({ width: 1024, height: 700 });
	const opener = page.getByRole('button', { name: 'Details' });
	await opener.focus();
	await page.keyboard.press('Enter');
	await expect(desk.inspector.region).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(desk.inspector.region).toBeHidden();
	await expect(opener).toBeFocused();
});
