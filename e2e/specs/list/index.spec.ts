import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: { stories: 300 } });

test('a newsroom that has no index yet shows all its stories, and finds them', async ({ desk }) => {
	const { list } = desk;
	await expect(list.stories.first()).toBeVisible();
	await expect(list.count).toHaveText(/^300 /);
	await list.search('witness 299');
	await expect(list.story('Story 299')).toBeVisible();
});

test('the stories are there at once the next time', async ({ desk }) => {
	await expect(desk.list.count).toHaveText(/^300 /);
	await desk.reopen();
	await expect(desk.list.count).toHaveText(/^300 /);
	await expect(desk.list.region.getByRole('progressbar')).toHaveCount(0);
});
