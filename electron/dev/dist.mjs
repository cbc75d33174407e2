// `npm run dist`: packages Galley for this platform, and says plainly what could not be made and why.
//   --electron-dist PATH   package this unpacked Electron instead of the one npm names; for a trial, never to be shipped
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureElectron } from './ensure/ensure-electron.mjs';
import { writeLicences } from './package/licences.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { main } from './run.mjs';

const platforms = {
	linux: { flag: '--linux', targets: ['tar.gz', 'AppImage', 'deb'] },
	win32: { flag: '--win', targets: ['nsis'] },
	darwin: { flag: '--mac', targets: ['zip', 'dmg'] },
};

main(async () => {
	const { values } = parseArgs({ options: { 'electron-dist': { type: 'string' } } });
	const platform = platforms[process.platform];
	if (!platform) throw new Error(`Galley is not packaged for ${process.platform}.`);
	await build(['renderer', 'desktop'], { quiet: true });
	console.log(`dist/THIRD-PARTY-LICENSES.txt names ${writeLicences()} packages.`);

	const electronDist = values['electron-dist'] ?? (await installedElectron());
	rmSync(inProject('release'), { recursive: true, force: true });
	const packed = await electronBuilder([platform.flag, 'dir', `-c.electronDist=${electronDist}`]);
	if (packed.problem) throw new Error(`The app could not be packed, so nothing was made: ${packed.problem}`);
	const folder = readdirSync(inProject('release'), { withFileTypes: true }).find((entry) => entry.isDirectory());
	if (!folder) throw new Error('electron-builder packed the app, but left no folder in release/.');
	console.log(`Made release/${folder.name}, the app as a folder.`);

	for (const target of platform.targets) {
		const { problem } = await electronBuilder([platform.flag, target, '--prepackaged', appIn(folder.name)]);
		const archive = problem && target === 'tar.gz' ? archiveByTar(folder.name) : null;
		if (!problem) console.log(`Made the ${target}.`);
		else if (archive)
			console.log(`Made ${archive} with tar, because electron-builder's own tool is missing: ${problem}`);
		else console.log(`The ${target} could not be made: ${problem}`);
	}
	const files = readdirSync(inProject('release')).filter((name) => /\.(gz|AppImage|deb|exe|dmg|zip)$/.test(name));
	console.log(files.length ? `In release/: ${files.join(', ')}` : 'In release/: only the folder.');
	if (!files.length) process.exitCode = 1;
});

async function installedElectron() {
	// The one of this variable is for tests.
	delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
	const { path, reason } = await ensureElectron();
	if (reason) throw new Error(`Nothing could be packaged, because ${reason}.`);
	return process.platform === 'darwin' ? inProject('node_modules/electron/dist') : dirname(path);
}

function appIn(folder) {
	return process.platform === 'darwin' ? `release/${folder}/Galley.app` : `release/${folder}`;
}

/** Runs electron-builder with its output shown; `problem` is its own line about what went wrong. */
function electronBuilder(args) {
	const cli = inProject('node_modules/electron-builder/cli.js');
	const child = spawn(process.execPath, [cli, ...args, '--publish', 'never'], {
		cwd: projectRoot,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => {
			output += text;
		});
	}
	return new Promise((resolve) => {
		child.on('error', (error) => resolve({ problem: error.message }));
		child.on('close', (code) => {
			if (code === 0) return resolve({ problem: null });
			const line = output.split('\n').find((text) => text.includes('⨯')) ?? `it ended with ${code}`;
			resolve({
				problem: line
					.replace('⨯', '')
					.replace(/\s+(failedTask|stackTrace)=.*$/, '')
					.trim(),
			});
		});
	});
}

function archiveByTar(folder) {
	const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
	const name = `galley-${version}-linux-${process.arch}`;
	const archive = inProject('release', `${name}.tar.gz`);
	const args = ['-czf', archive, '-C', inProject('release'), `--transform=s,^${folder},${name},`, folder];
	return spawnSync('tar', args, { stdio: 'inherit' }).status === 0 ? basename(archive) : null;
}
