import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { inProject } from '../../paths.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** Serves a page that holds these paragraphs in Tiptap with nothing but its StarterKit: the floor of typing. */
export async function serveBarePage(paragraphs) {
	const folder = mkdtempSync(join(tmpdir(), 'galley-bare-'));
	const vite = await import('vite');
	await vite.build({
		configFile: false,
		root: inProject('electron/dev/bench/typing/bare'),
		base: './',
		logLevel: 'warn',
		build: { outDir: folder, emptyOutDir: true, target: 'chrome108', chunkSizeWarningLimit: 3000 },
	});
	writeFileSync(join(folder, 'paragraphs.json'), JSON.stringify(paragraphs));
	const server = createServer((request, response) => {
		const path = request.url === '/' ? 'index.html' : request.url.replace(/^\/|\?.*$/g, '');
		const file = join(folder, path);
		if (!file.startsWith(folder) || !existsSync(file)) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
		createReadStream(file).pipe(response);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${server.address().port}/`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
