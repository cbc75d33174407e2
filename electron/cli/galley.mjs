#!/usr/bin/env node
// `npx galley …` in a checkout: installs and builds what is missing, then runs the command.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const built = fileURLToPath(new URL('../../dist/cli/main.mjs', import.meta.url));
const builder = new URL('../dev/build.mjs', import.meta.url);

// An installed copy has no build scripts, only what they built.
if (existsSync(builder)) {
	const { build } = await import(builder.href);
	// `serve` starts the web host, which is built beside the command.
	const targets = process.argv[2] === 'serve' ? ['cli', 'web', 'renderer'] : ['cli'];
	// stdout belongs to the command, whose --json others read.
	await build(targets, { quiet: true, say: console.error }).catch((error) => {
		console.error(error.message);
		process.exit(3);
	});
}
process.argv[1] = built;
await import(pathToFileURL(built).href);
