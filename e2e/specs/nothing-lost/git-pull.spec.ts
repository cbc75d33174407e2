import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../../fixtures/app.ts';
import { writeHarbourStory } from '../../fixtures/newsrooms/harbour-story.ts';
import type { Desk } from '../../pages/desk.ts';

const run = promisify(execFile);

test.use({ newsroom: 'empty' });

async function git(folder: string, ...args: string[]): Promise<void> {
	const who = [
		'-c',
		'user.name=A colleague',
		'-c',
		'user.email=colleague@ledger.example',
		'-c',
		'commit.gpgsign=false',
	];
	await run('git', [...who, ...args], { cwd: folder });
}

/** Puts the newsroom under git and answers a colleague's clone of it. */
async function cloneForColleague(desk: Desk): Promise<string> {
	const folder = desk.newsroomFolder;
	await git(folder, 'init', '-q', '-b', 'main');
	await git(folder, 'add', '.');
	await git(folder, 'commit', '-q', '-m', 'The newsroom');
	const clone = `${folder}-colleague`;
	await git(folder, 'clone', '-q', folder, clone);
	await git(folder, 'remote', 'add', 'origin', clone);
	await git(folder, 'fetch', '-q');
	await git(folder, 'branch', '-q', '--set-upstream-to=origin/main');
	return clone;
}

async function storyFile(folder: string): Promise<string> {
	const files = await readdir(join(folder, 'articles'), { recursive: true });
	const file = files.find((name) => name.endsWith('.json'));
	if (file === undefined) throw new Error(`${folder} holds no story`);
	return join(folder, 'articles', file);
}

/** The colleague changes the story, commits, and the editor pulls. */
async function pullChange(desk: Desk, clone: string, from: string, to: string): Promise<void> {
	const file = await storyFile(clone);
	await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
	await git(clone, 'commit', '-q', '-a', '-m', 'A change');
	await git(desk.newsroomFolder, 'pull', '-q', '--ff-only');
}

test('git pull under an open story shows what it brought, with the cursor where it was', async ({ desk }) => {
	await writeHarbourStory(desk);
	const clone = await cloneForColleague(desk);
	await desk.story.goToEnd();
	await pullChange(desk, clone, 'Nobody was hurt.', 'Nobody at all was hurt.');
	await expect(desk.story.blocks().first()).toHaveText('Nobody at all was hurt.');
	await desk.page.keyboard.type(' As ever.');
	await expect(desk.story.blocks().last()).toHaveText('The ferry sailed on time. As ever.');
	await desk.story.waitUntilSaved();
	await expect
		.poll(async () => readFile(await storyFile(desk.newsroomFolder), 'utf8'))
		.toMatch(/Nobody at all was hurt\.[\s\S]*As ever\./);
});

test('git pull under a story that is being typed is merged with what is typed', async ({ desk }) => {
	await writeHarbourStory(desk);
	const clone = await cloneForColleague(desk);
	await desk.story.goToEnd();
	// Without a pause the story is not saved, so it is dirty when the pull comes.
	const typing = desk.page.keyboard.type(' It came back with the evening tide, full to the rails.', { delay: 60 });
	await pullChange(desk, clone, 'Nobody was hurt.', 'Nobody at all was hurt.');
	await typing;
	await expect(desk.story.blocks().first()).toHaveText('Nobody at all was hurt.');
	await expect(desk.story.blocks().last()).toHaveText(
		'The ferry sailed on time. It came back with the evening tide, full to the rails.',
	);
	await desk.story.waitUntilSaved();
	const text = await readFile(await storyFile(desk.newsroomFolder), 'utf8');
	expect(text).toContain('Nobody at all was hurt.');
	expect(text).toContain('full to the rails.');
});

test('a story that git pull brings is in the list, and one that it removes is gone', async ({ desk }) => {
	await writeHarbourStory(desk);
	const clone = await cloneForColleague(desk);
	const file = await storyFile(clone);
	const text = await readFile(file, 'utf8');
	const copy = text
		.replace(/"id": "(.{25})(.)"/, (_, begin, last) => `"id": "${begin}${last === '0' ? '1' : '0'}"`)
		.replace('Harbour wall holds', 'Night trains return')
		.replace(/"slug": "[^"]+"/, '"slug": "night-trains-return"');
	await writeFile(file.replace(/[^/]+$/, 'night-trains-return.json'), copy);
	await git(clone, 'add', '.');
	await git(clone, 'commit', '-q', '-m', 'One more');
	await git(desk.newsroomFolder, 'pull', '-q', '--ff-only');
	await expect(desk.list.story('Night trains return').first()).toBeVisible();
	await git(clone, 'rm', '-q', file.replace(/[^/]+$/, 'night-trains-return.json'));
	await git(clone, 'commit', '-q', '-m', 'One less');
	await git(desk.newsroomFolder, 'pull', '-q', '--ff-only');
	await expect(desk.list.story('Night trains return')).toHaveCount(0);
});
