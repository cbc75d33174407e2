import { whyNoDesktop } from './fixtures/desktop-host.ts';
import { whyNoSeedPage } from './fixtures/newsrooms/seed-page.ts';
import { whyNotPackaged } from './fixtures/packaged.ts';

/** Says before the specs, in a line each, what is left out on this computer; Playwright counts it as skipped. */
export default function tellWhatIsLeftOut(): void {
	const noDesktop = whyNoDesktop();
	if (noDesktop !== null) console.log(`Left out: the desktop specs, because ${noDesktop}.`);
	const notPackaged = whyNotPackaged();
	if (noDesktop === null && notPackaged !== null) console.log(`Left out: the packaged app, because ${notPackaged}.`);
	if (whyNoSeedPage !== null) console.log(`Left out: the seed page, because ${whyNoSeedPage}.`);
}
