import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { projectRoot } from '../paths.mjs';

/** What the figures were measured on and of. */
export function describeMachine() {
	const processors = cpus();
	return {
		cores: processors.length,
		processor: processors[0]?.model.trim() ?? 'unknown',
		memoryGigabytes: Math.round(totalmem() / 1e9),
		platform: `${process.platform} ${process.arch}`,
		node: process.version,
		date: new Date().toISOString(),
		commit: commit(),
	};
}

/** The commit that is measured, with a plus sign when files differ from it; null outside a repository. */
function commit() {
	const git = (...args) => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', stdio: 'pipe' }).trim();
	try {
		const name = git('rev-parse', '--short', 'HEAD');
		return git('status', '--porcelain', '--untracked-files=no') === '' ? name : `${name}+`;
	} catch {
		// A source archive has no repository, and not every computer has git.
		return null;
	}
}
