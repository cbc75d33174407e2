import { expect, test } from '../fixtures/app.ts';

test('Galley opens on a newsroom and shows its stories', { tag: '@desktop' }, async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	await expect(desk.list.stories.first()).toBeVisible();
});
