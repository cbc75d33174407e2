// Every screen and state that the gallery shows: how it is come to from the open desk.

const long = 'The sleeper that pays its way, just';

/** @typedef {import('playwright').Page} Page */

/** @param {Page} page @param {string} name */
async function open(page, name) {
	await page.getByRole('option', { name }).first().click();
	await page
		.getByRole('region', { name: 'Story' })
		.locator('[data-field="headline"]')
		.filter({ hasText: name })
		.waitFor();
}

/** @param {Page} page @param {string} command */
async function run(page, command) {
	await page.keyboard.press('ControlOrMeta+k');
	await page.getByRole('combobox', { name: /^Go to a story/ }).fill(command);
	await page.getByRole('option').first().waitFor();
	await page.keyboard.press('Enter');
}

const inStory = (page) => page.getByRole('region', { name: 'Story' });

/** @param {string} name */
const settings = (name) => async (page) => {
	await page.keyboard.press('ControlOrMeta+,');
	await page.getByRole('dialog').getByRole('tab', { name, exact: true }).click();
};

/** @type {Readonly<Record<string, (page: Page) => Promise<void>>>} */
export const scenes = {
	'desk-empty': async () => {},
	story: (page) => open(page, long),
	'story-arabic': (page) => open(page, 'قرية جبلية'),
	'story-new': async (page) => {
		await page.getByRole('button', { name: 'New story' }).first().click();
		await inStory(page).locator('[data-field="headline"]').waitFor();
	},
	'story-table': async (page) => {
		await open(page, long);
		await inStory(page).locator('td').nth(3).click();
	},
	'story-key-points': async (page) => {
		await open(page, long);
		await inStory(page).getByText('The operator owns nothing').click();
	},
	'story-checks': async (page) => {
		await open(page, 'A city draws a map of its noise');
		await page.getByRole('tab', { name: /^Checks/ }).click();
		await page
			.getByRole('button', { name: /checks/ })
			.first()
			.click();
	},
	'story-notes': async (page) => {
		await open(page, long);
		await page.getByRole('tab', { name: 'Notes' }).click();
	},
	'story-find': async (page) => {
		await open(page, long);
		await page.keyboard.press('ControlOrMeta+f');
		await page.keyboard.type('the');
	},
	'story-outline': async (page) => {
		await open(page, long);
		await page.keyboard.press('ControlOrMeta+Alt+o');
	},
	'story-focus': async (page) => {
		await open(page, long);
		await page.keyboard.press('ControlOrMeta+Alt+f');
	},
	publish: async (page) => {
		await open(page, 'Cold rooms keep the tomatoes till Thursday');
		await page.getByRole('button', { name: 'Publish', exact: true }).click();
	},
	withdraw: async (page) => {
		await open(page, long);
		await run(page, 'withdraw');
	},
	export: async (page) => {
		await open(page, long);
		await run(page, 'export…');
	},
	palette: async (page) => {
		await page.keyboard.press('ControlOrMeta+k');
		await page.keyboard.type('wor');
	},
	shortcuts: (page) => page.keyboard.press('ControlOrMeta+/'),
	'picture-library': async (page) => {
		await open(page, long);
		await run(page, 'choose a picture');
		await page.getByRole('dialog').locator('img').first().waitFor();
	},
	search: async (page) => {
		await page.keyboard.press('ControlOrMeta+Shift+f');
		await page.keyboard.type('harbour');
	},
	'search-nothing': async (page) => {
		await page.keyboard.press('ControlOrMeta+Shift+f');
		await page.keyboard.type('zeppelin');
	},
	'many-selected': async (page) => {
		await page.getByRole('listbox', { name: 'Stories' }).focus();
		await page.keyboard.press('ControlOrMeta+a');
	},
	trash: async (page) => {
		await page
			.getByRole('button', { name: /^Trash/ })
			.first()
			.click();
	},
	'replace-in-all': (page) => run(page, 'find and replace in all stories'),
	corrections: (page) => run(page, 'corrections and updates'),
	'open-document': (page) => run(page, 'open a document'),
	backup: (page) => run(page, 'back up the newsroom'),
	'new-newsroom': (page) => run(page, 'new newsroom'),
	'settings-newsroom': settings('Newsroom'),
	'settings-checks': settings('Checks'),
	'settings-house-style': settings('House style'),
	'settings-categories': settings('Categories'),
	'settings-tags': settings('Tags'),
	'settings-targets': settings('Targets'),
	'settings-people': settings('People'),
	'settings-you': settings('You'),
	// What these change stays, so they come last.
	history: async (page) => {
		await open(page, long);
		await page.getByRole('button', { name: 'History', exact: true }).click();
	},
	preview: async (page) => {
		await open(page, long);
		await page.getByRole('button', { name: 'Preview', exact: true }).click();
		await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
	},
	'story-spelling': async (page) => {
		await open(page, long);
		await inStory(page).locator('[data-field="headline"]').click();
		await page.keyboard.press('End');
		await page.keyboard.type(' wrogn ');
		await inStory(page).locator('.proof-spelling').first().click({ button: 'right' });
	},
};
