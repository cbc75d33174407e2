import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { FailureError } from '#shared/failure.ts';

/** The options of `galley serve`. */
export interface ServeOptions {
	readonly newsroom?: string | undefined;
	readonly port?: string | undefined;
}

/** Runs the web host until it ends; answers its exit code. */
export async function serveCommand({ newsroom, port }: ServeOptions): Promise<number> {
	// Built beside this command, and a process of its own: the two hosts and the command never import each other.
	const webHost = resolve(import.meta.dirname, '../web/main.mjs');
	if (!existsSync(webHost)) {
		throw new FailureError('not-found', `The web host is not built: ${webHost} is missing. Run “npm run build” first.`);
	}
	const args = [webHost];
	if (newsroom !== undefined) args.push('--newsroom', resolve(newsroom));
	if (port !== undefined) args.push('--port', port);
	const child = spawn(process.execPath, args, { stdio: 'inherit' });
	// Ctrl-C reaches both; this one waits until the host has saved everything.
	const pass = (signal: NodeJS.Signals) => child.kill(signal);
	const stay = () => {};
	process.on('SIGINT', stay);
	process.on('SIGTERM', pass);
	return new Promise((done, failed) => {
		child.on('error', failed);
		child.on('close', (code) => {
			process.off('SIGINT', stay);
			process.off('SIGTERM', pass);
			done(code ?? 1);
		});
	});
}
