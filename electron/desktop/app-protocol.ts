import { protocol } from 'electron';
import {
	type NewsroomFiles,
	type PageResponse,
	pageNotFound,
	serveNewsroomFile,
	servePageFiles,
} from '#core/host/page-files.ts';
import { newsroomUrlPrefix } from '#shared/contract/names.ts';
import { appOrigin, appScheme } from './origin.ts';

/** Makes `app:` a scheme with an origin of its own. Must run before the app is ready. */
export function registerAppScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{
			scheme: appScheme,
			// Not `bypassCSP` and not `corsEnabled`: nothing of ours needs them.
			privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
		},
	]);
}

/** Answers `app://galley/…` from the built renderer, and `/newsroom/…` from the open newsroom. */
export function setUpAppProtocol(core: NewsroomFiles, rendererFolder: string): void {
	const pageFile = servePageFiles(rendererFolder, null);
	protocol.handle(appScheme, async (request) => {
		// The scheme is standard, so Chromium has already resolved `..`; the paths are looked up, not joined.
		const url = new URL(request.url);
		if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== appOrigin) return respond(pageNotFound);
		if (!url.pathname.startsWith(newsroomUrlPrefix)) return respond(await pageFile(url.pathname));
		return respond(await serveNewsroomFile(core, url.pathname.slice(newsroomUrlPrefix.length)));
	});
}

function respond(page: PageResponse): Response {
	return new Response(new Uint8Array(page.body), { status: page.status, headers: page.headers });
}
