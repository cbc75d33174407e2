import type { FrameLocator, Page } from '@playwright/test';
import { ToggledPanel } from './toggled-panel.ts';

/** The story as a reader will see it. */
export class Preview extends ToggledPanel {
	constructor(page: Page) {
		super(page, 'Preview');
	}

	/** The page inside the preview. */
	get reader(): FrameLocator {
		return this.region.frameLocator('iframe');
	}
}
