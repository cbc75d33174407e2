import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { appPolicy, commonHeaders, newsroomFilePolicy, previewPolicy, proofWorkerPolicy } from './response-headers.ts';

/** An answer to a GET, for either host to send. */
export interface PageResponse {
	readonly status: 200 | 404;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** The script of the worker that reads spelling dictionaries, as the build names it. */
const proofWorker = '/assets/proof-worker-';

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
	'.aff': 'text/plain; charset=utf-8',
	'.dic': 'text/plain; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
};

/** The answer for anything that is not there. */
export const pageNotFound: PageResponse = {
	status: 404,
	headers: { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
	body: new TextEncoder().encode('There is nothing at this address.\n'),
};

/**
 * Finds the built renderer's files once, and answers their addresses from that list alone: a path that was asked for
 * is only ever looked up, never joined to a folder. Throws when the folder cannot be read or has no `index.html`.
 */
export function servePageFiles(
	folder: string,
	eventAddress: string | null,
): (pathname: string) => Promise<PageResponse> {
	const files = new Map<string, string>();
	for (const file of filesIn(folder)) {
		files.set(`/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`, file);
	}
	const index = files.get('/index.html');
	if (index === undefined) throw new Error(`The renderer is not built: there is no index.html in ${folder}.`);
	files.set('/', index);

	const policyOf = (pathname: string) => {
		if (pathname === '/preview.html') return previewPolicy;
		return pathname.startsWith(proofWorker) ? proofWorkerPolicy : appPolicy(eventAddress);
	};
	return async (pathname) => {
		const file = files.get(pathname);
		if (file === undefined) return pageNotFound;
		const headers: Record<string, string> = {
			...commonHeaders,
			'Content-Type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
			'Content-Security-Policy': policyOf(pathname),
			// What the build puts under assets/ has its content's hash in its name.
			'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
		};
		return { status: 200, headers, body: await readFile(file) };
	};
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesIn(path);
		return entry.isFile() ? [path] : [];
	});
}

/** The newsroom's images, as the core reads them. */
export interface NewsroomFiles {
	readNewsroomFile(
		newsroom: string,
		relativePath: string,
	): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}

/** Answers an image; `encodedPath` is what follows `/newsroom/`, still percent-encoded: the newsroom's id and the image's path. */
export async function serveNewsroomFile(core: NewsroomFiles, encodedPath: string): Promise<PageResponse> {
	const [newsroom = '', ...rest] = encodedPath.split('/');
	const path = decodePath(rest.join('/'));
	const file = path === null ? null : await readIfPossible(core, newsroom, path);
	if (file === null) return pageNotFound;
	const headers = {
		...commonHeaders,
		'Content-Type': file.type,
		'Content-Security-Policy': newsroomFilePolicy,
		// Images are named by their content's hash and never rewritten.
		'Cache-Control': 'private, max-age=31536000, immutable',
	};
	return { status: 200, headers, body: file.bytes };
}

/** An image that cannot be read is missing on the page like one that is not there; the checks of its story say why. */
async function readIfPossible(
	core: NewsroomFiles,
	...place: Parameters<NewsroomFiles['readNewsroomFile']>
): ReturnType<NewsroomFiles['readNewsroomFile']> {
	try {
		return await core.readNewsroomFile(...place);
	} catch (error) {
		if (error instanceof FailureError) return null;
		throw error;
	}
}

/** The core checks too; refusing here keeps odd spellings from ever reaching it. */
function decodePath(encoded: string): string | null {
	let path: string;
	try {
		path = decodeURIComponent(encoded);
	} catch {
		// A malformed escape names no file.
		return null;
	}
	const odd = /[\\\0:%]/.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..');
	return odd ? null : path;
}
