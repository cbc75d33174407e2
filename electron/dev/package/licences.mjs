// Lists the licences of the npm packages that are bundled into Galley: dist/THIRD-PARTY-LICENSES.txt.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from '../build.mjs';
import { inCache, inProject } from '../paths.mjs';
import { isStarted, main } from '../run.mjs';

/** The builds that a package of Galley holds. */
const shipped = ['renderer', 'renderer-workers', 'desktop-main', 'desktop-preload', 'index-worker', 'document-worker'];

/** Writes the list and answers how many packages it names. Throws for a package that states no licence. */
export function writeLicences() {
	const bundled = new Set(
		shipped.flatMap((name) => JSON.parse(readFileSync(inCache('build', `${name}.packages.json`), 'utf8'))),
	);
	for (const name of installedForUse()) bundled.add(name);
	const names = [...bundled].sort();
	const entries = names.map((name) => {
		const folder = inProject('node_modules', name);
		const { name: title, version, license, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
		if (!license) throw new Error(`${title} states no licence; it may not be shipped.`);
		const head = `${title} ${version}\nLicence: ${license}${homepage ? `\n${homepage}` : ''}`;
		return `${head}\n\n${licenceText(folder) ?? 'Its package holds no text of the licence.'}`;
	});
	const head =
		'Galley is made with these packages.\nElectron and Chromium have their own lists: LICENSE.electron.txt and LICENSES.chromium.html.';
	writeFileSync(
		inProject('dist/THIRD-PARTY-LICENSES.txt'),
		`${[head, ...entries].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
	);
	return names.length;
}

/** The packages that a packaged app carries as they are, because they have machine code. */
function installedForUse() {
	const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
	return Object.entries(packages)
		.filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev && existsSync(inProject(path)))
		.map(([path]) => path.replace(/^node_modules\//, ''));
}

function licenceText(folder) {
	const files = readdirSync(folder).filter(
		(name) => /^(licen[cs]e|copying)/i.test(name) && existsSync(`${folder}/${name}`),
	);
	return files.length ? files.map((name) => readFileSync(`${folder}/${name}`, 'utf8').trim()).join('\n\n') : null;
}

if (isStarted(import.meta.url)) {
	main(async () => {
		await build(['renderer', 'desktop'], { quiet: true });
		console.log(`dist/THIRD-PARTY-LICENSES.txt names ${writeLicences()} packages.`);
	});
}
