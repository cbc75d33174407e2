// `npm run gallery [-- --only NAME,NAME --looks light,dark]`: makes a picture of every screen and state, to be looked at.
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { inCache } from './paths.mjs';
import { main } from './run.mjs';

const wide = { width: 1440, height: 900 };
const looks = {
	light: { viewport: wide },
	dark: { viewport: wide, colorScheme: 'dark' },
	contrast: { viewport: wide, forcedColors: 'active' },
	small: { viewport: { width: 1024, height: 700 } },
	double: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
	huge: { viewport: { width: 2560, height: 1440 } },
};

main(async () => {
	await ensureInstalled();
	const { withSample } = await import('./gallery/open-sample.mjs');
	const { scenes } = await import('./gallery/scenes.mjs');
	const { values } = parseArgs({ options: { only: { type: 'string' }, looks: { type: 'string' } } });
	const only = chosen('scene', values.only, scenes);
	const lookNames = chosen('look', values.looks, looks);
	const folder = inCache('gallery');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const failed = [];
	for (const look of lookNames) {
		// Each begins with a sample that nobody has changed.
		await withSample(async ({ address, browser }) => {
			for (const name of only) {
				const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...looks[look] });
				const page = await context.newPage();
				page.setDefaultTimeout(10_000);
				try {
					await page.goto(address);
					await page
						.getByRole('region', { name: /^(Stories|Story)$/ })
						.first()
						.waitFor();
					await scenes[name](page);
				} catch (error) {
					failed.push(`${name} in ${look}: ${error.message.split('\n')[0]}`);
				}
				// Pictures and underlines come a moment later.
				await page.waitForTimeout(1200);
				await page.screenshot({ path: `${folder}/${name}.${look}.png` });
				await context.close();
			}
		});
	}
	console.log(`${only.length * lookNames.length} pictures are in ${folder}.`);
	if (failed.length > 0) throw new Error(`Some screens were not come to:\n${failed.join('\n')}`);
});

function chosen(what, asked, all) {
	const names = asked?.split(',') ?? Object.keys(all);
	const unknown = names.filter((name) => !Object.hasOwn(all, name));
	if (unknown.length === 0) return names;
	throw new Error(`There is no ${what} ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}.`);
}
