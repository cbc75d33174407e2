import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Places } from '../fixtures/places.ts';
import type { Problems } from '../fixtures/problems.ts';
import type { RunningGalley } from '../fixtures/running-galley.ts';
import { ExportDialog } from './export-dialog.ts';
import { History } from './history.ts';
import { Inspector } from './inspector.ts';
import { StoryList } from './list.ts';
import { Palette } from './palette.ts';
import { Preview } from './preview.ts';
import { Publishing } from './publishing.ts';
import { RecoveryWindow } from './recovery.ts';
import { Story } from './story.ts';

/** What a desk knows of the test it belongs to. */
export interface DeskSetting {
	readonly places: Places;
	readonly problems: Problems;
	/** The newsroom given at the start; null when Galley chose. */
	readonly newsroomFolder: string | null;
}

/** An open Galley: the three panes and what an editor does with them. */
export class Desk {
	constructor(
		private galley: RunningGalley,
		private readonly open: () => Promise<RunningGalley>,
		readonly setting: DeskSetting,
	) {}

	get page(): Page {
		return this.galley.page;
	}

	/** The running Electron; null in the web host. */
	get app(): ElectronApplication | null {
		return this.galley.app;
	}

	/** The running host; for specs that look behind the page. */
	get running(): RunningGalley {
		return this.galley;
	}

	/** The newsroom that the test gave. */
	get newsroomFolder(): string {
		if (this.setting.newsroomFolder === null) throw new Error('This test let Galley choose the newsroom.');
		return this.setting.newsroomFolder;
	}

	/** Opens the same host in another tab of the same browser. */
	async openTab(): Promise<Desk> {
		const { webHost } = this.galley;
		if (webHost === null) throw new Error('This is no web host.');
		const page = await this.page.context().newPage();
		this.setting.problems.watchPage(page);
		await page.goto(webHost.address);
		const tab = { page, app: null, webHost, close: () => page.close(), kill: () => page.close() };
		return new Desk(tab, async () => tab, this.setting);
	}

	get navigator(): Locator {
		return this.page.getByRole('region', { name: 'Navigator' });
	}

	get list(): StoryList {
		return new StoryList(this.page);
	}

	get story(): Story {
		return new Story(this.page);
	}

	get inspector(): Inspector {
		return new Inspector(this.page);
	}

	get palette(): Palette {
		return new Palette(this.page);
	}

	get preview(): Preview {
		return new Preview(this.page);
	}

	get history(): History {
		return new History(this.page);
	}

	get exportDialog(): ExportDialog {
		return new ExportDialog(this.page);
	}

	get publishing(): Publishing {
		return new Publishing(this.page);
	}

	get recovery(): RecoveryWindow {
		return new RecoveryWindow(this.page);
	}

	/** Makes a story and waits until its headline can be typed. */
	async newStory(): Promise<Story> {
		await this.page.getByRole('button', { name: 'New story' }).first().click();
		await expect(this.story.headline).toBeVisible();
		await expect(this.story.headline).toHaveText('');
		return this.story;
	}

	/** Opens the story with this headline from the list. */
	async openStory(headline: string): Promise<Story> {
		await this.list.open(headline);
		await expect(this.story.headline).toHaveText(headline);
		return this.story;
	}

	/** Moves the open story along: "Draft", "In review", "Ready", "Published" or "Withdrawn". */
	async setStatus(name: string): Promise<void> {
		await this.page.getByRole('button', { name: /^Status: / }).click();
		await this.page.getByRole('menu').locator('[role^=menuitem]').filter({ hasText: name }).first().click();
		await expect(this.page.getByRole('button', { name: `Status: ${name}` })).toBeVisible();
	}

	/** Chooses "Light" or "Dark" in the newsroom menu. */
	async chooseTheme(name: string): Promise<void> {
		await this.navigator.getByRole('button', { name: /newsroom menu$/ }).click();
		await this.page.getByRole('menu').locator('[role^=menuitem]').filter({ hasText: name }).click();
		await expect(this.page.locator('html')).toHaveAttribute('data-theme', name.toLowerCase());
		await expect(this.page.getByRole('menu')).toBeHidden();
	}

	/** Chooses a command in the newsroom's menu. */
	async chooseInMenu(command: string): Promise<void> {
		await this.navigator.getByRole('button', { name: /newsroom menu$/ }).click();
		await this.page.getByRole('menuitem', { name: command }).click();
	}

	/** Opens a page of the newsroom's settings by its name. */
	async openSettings(name: string): Promise<Locator> {
		await this.chooseInMenu('Newsroom settings…');
		const dialog = this.page.getByRole('dialog', { name: 'Newsroom settings' });
		await dialog.getByRole('tab', { name }).click();
		return dialog;
	}

	/** The name of the pane that has the keyboard. */
	async paneWithFocus(): Promise<string | null> {
		return await this.page.evaluate(() => {
			const pane = document.activeElement?.closest('[data-pane]');
			return pane?.getAttribute('data-pane') ?? null;
		});
	}

	/** Asks Galley to open the newsroom in this folder, by its path. */
	async askForNewsroom(path: string): Promise<void> {
		await this.chooseInMenu('Open a newsroom…');
		const dialog = this.page.getByRole('dialog');
		await dialog.getByRole('textbox', { name: 'Folder of the newsroom' }).fill(path);
		await dialog.getByRole('button', { name: 'Open newsroom' }).click();
	}

	/** Closes Galley and opens it again on the same newsroom, as the next morning. */
	async reopen(): Promise<void> {
		await this.galley.close();
		this.galley = await this.open();
	}

	/** Kills the host with SIGKILL, as a power cut does; `openAgain` starts it again. */
	async crash(): Promise<void> {
		await this.galley.kill();
	}

	/** Opens Galley on the same newsroom after a crash. */
	async openAgain(): Promise<void> {
		this.galley = await this.open();
	}

	/** Closes Galley. */
	async close(): Promise<void> {
		await this.galley.close();
	}
}
