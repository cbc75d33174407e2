import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run e2e:all`: every spec on both hosts. */
export default defineConfig({
	...config,
	projects: (config.projects ?? []).map(({ grep: _, ...project }) => project),
});
