// Packages Galley for the spec that runs the packaged app, on the Electron that the other desktop specs run on.
// Prints the path of the packaged program.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from '../build.mjs';
import { findElectron } from '../ensure/ensure-electron.mjs';
import { inCache, inProject } from '../paths.mjs';
import { main, run } from '../run.mjs';
import { writeLicences } from './licences.mjs';

main(async () => {
	const electron = findElectron();
	if (!electron) throw new Error('There is no Electron to package Galley with.');
	if (process.platform !== 'linux') throw new Error('The packaged app is tested on Linux only.');
	await build(['renderer', 'desktop'], { quiet: true, say: console.error });
	writeLicences();
	const output = inCache('test', 'packaged');
	rmSync(output, { recursive: true, force: true });
	const builder = inProject('node_modules/electron-builder/cli.js');
	const args = [builder, '--config', configForTests(), '--linux', 'dir', `-c.directories.output=${output}`];
	const stdio = ['ignore', 2, 2];
	const status = await run(process.execPath, [...args, `-c.electronDist=${dirname(electron)}`], { stdio });
	if (status !== 0) throw new Error('electron-builder did not package Galley; it says why above.');
	wrap(`${output}/linux-unpacked`);
	console.log(`${output}/linux-unpacked/galley`);
});

/** The shipped configuration but for the fuses, which shut out the debugger that Playwright drives Electron with. */
function configForTests() {
	const shipped = readFileSync(inProject('electron-builder.yml'), 'utf8');
	const path = inCache('test', 'electron-builder.yml');
	writeFileSync(path, shipped.replace(/^electronFuses:\n(?: {2}.*\n)+/m, ''));
	return path;
}

/** An Electron made for tests may have to start before the app; what GALLEY_WRAP_PACKAGED names sees to that. */
function wrap(folder) {
	const script = process.env.GALLEY_WRAP_PACKAGED;
	if (!script || !existsSync(`${folder}/resources/app`)) return;
	if (!existsSync(script)) throw new Error(`GALLEY_WRAP_PACKAGED names ${script}, which is not there.`);
	const { status } = spawnSync('bash', [script, folder], { stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new Error('The packaged app could not be given the test launcher.');
}
