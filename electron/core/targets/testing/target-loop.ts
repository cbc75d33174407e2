import { findTarget, logOf, rollTargetBack } from '../target-exports.ts';
import { deskOf, openWhole } from './site-desk.ts';

// Publishes changes to a site and takes them back in turn, until it is killed: `node target-loop.mjs <newsroom> <stories>`.
const [path = '', stories = ''] = process.argv.slice(2);
const newsroom = await openWhole(path);
const target = findTarget(newsroom, 'Site');
const { edit, publish } = deskOf(newsroom);
process.stdout.write('ready\n');
for (let run = 0; ; run += 1) {
	const number = 1 + (run % Number(stories));
	await edit(number, `Words ${Date.now()}`);
	process.stdout.write('made\n');
	await publish(number);
	process.stdout.write('published\n');
	if (run % 3 !== 2) continue;
	const back = (await logOf(newsroom, target, 20)).find(({ canRollBack }) => canRollBack);
	if (back !== undefined) await rollTargetBack(newsroom, target, back.number);
	process.stdout.write('published\n');
}
