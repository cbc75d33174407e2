import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

/* So many that the typing goes on while they are changed. */
const stories = 300;
const open = 'Story 300';
/* Each story is written durably, and a shared disk may be slow. */
const allChanged = { timeout: 120_000 };
test.use({ newsroom: { stories } });
test.slow();

/** Types into the open story and, before that is saved, chooses every story of the list. */
async function typeAndChooseAll(desk: Desk): Promise<void> {
	await desk.openStory(open);
	await desk.story.goToEnd();
	await desk.page.keyboard.type(' Typed before.');
	await desk.list.region.getByRole('listbox').focus();
	await desk.page.keyboard.press('ControlOrMeta+a');
	await expect(desk.list.actions).toContainText(`${stories} selected`);
}

const typeOn = async (desk: Desk, text: string) => {
	await desk.story.goToEnd();
	await desk.page.keyboard.type(text, { delay: 30 });
};

test('what is typed into an open story while it is among the changed ones stays, and the change is in it too', async ({
	desk,
}) => {
	const { list, page, story } = desk;
	const written = /Typed before\. And meanwhile, word by word, until the change is done\.$/;
	await typeAndChooseAll(desk);
	await list.actions.getByRole('button', { name: 'Status' }).click();
	await page.getByRole('menuitem', { name: 'In review' }).click();
	await typeOn(desk, ' And meanwhile, word by word, until the change is done.');
	await expect(page.getByText(`Status of ${stories} stories changed.`)).toBeVisible(allChanged);
	await expect(page.getByRole('button', { name: 'Status: In review' })).toBeVisible();
	await expect(story.blocks().last()).toHaveText(written);
	await story.waitUntilSaved();
	const saved = (await readStoryFile(desk.newsroomFolder, open)).story;
	expect(saved).toMatchObject({ status: 'review' });
	expect(saved.body.at(-1)?.html).toMatch(written);

	// The way back keeps the words as well.
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await typeOn(desk, ' And on the way back.');
	await expect(page.getByText(`${stories} stories are as before.`)).toBeVisible(allChanged);
	await expect(page.getByRole('button', { name: 'Status: Ready' })).toBeVisible();
	await story.waitUntilSaved();
	const undone = (await readStoryFile(desk.newsroomFolder, open)).story;
	expect(undone).toMatchObject({ status: 'ready' });
	expect(undone.body.at(-1)?.html).toMatch(/until the change is done\. And on the way back\.$/);
});

test('a story that is typed into while it goes to the trash stays on the desk, and comes back with the words', async ({
	desk,
}) => {
	const { page, story } = desk;
	await typeAndChooseAll(desk);
	await page.keyboard.press('Delete');
	await page.getByRole('button', { name: `Move ${stories} stories to the trash` }).click();
	// Without a pause, in which the words would be saved and the story go with the others.
	const done = page.getByText(`${stories} stories are in the trash.`);
	let typed = ' And while it went';
	await typeOn(desk, typed);
	for (; !(await done.isVisible()); typed += ' on') await page.keyboard.type(' on');
	const written = new RegExp(`Typed before\\.${typed}$`);
	await expect(story.blocks().last()).toHaveText(written);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(page.getByText(`${stories} stories are as before.`)).toBeVisible(allChanged);
	await story.waitUntilSaved();
	const { body } = (await readStoryFile(desk.newsroomFolder, open)).story;
	expect(body.at(-1)?.html).toMatch(written);
});
