import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { SessionKeys } from '#shared/contract/session.ts';
import { startWebHost, type WebHost } from '../start-web-host.ts';

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

export const json = { 'Content-Type': 'application/json' };

/** A running web host over a core that notes what it is asked, and what a program can send to it. */
export class TestHost {
	readonly origin: string;
	readonly token: string;

	private constructor(
		readonly host: WebHost,
		readonly folder: string,
		/** The operations that reached the core. */
		readonly asked: readonly { name: unknown; input: unknown; newsroom: unknown }[],
		/** The newsrooms and paths that the core was asked to read. */
		readonly filesAsked: readonly string[],
		/** Who hears the core's events. */
		readonly listeners: ReadonlySet<(event: GalleyEvent) => void>,
	) {
		this.origin = `http://127.0.0.1:${host.port}`;
		this.token = host.address.split('#token=')[1] ?? '';
	}

	static async open(): Promise<TestHost> {
		const folder = await mkdtemp(join(tmpdir(), 'galley-web-'));
		await mkdir(join(folder, 'renderer/assets'), { recursive: true });
		await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>Galley</title>');
		await writeFile(join(folder, 'renderer/preview.html'), '<!doctype html><title>Preview</title>');
		await writeFile(join(folder, 'renderer/assets/app-1.js'), 'export {};');
		await writeFile(join(folder, 'renderer/assets/proof-worker-1.js'), 'export {};');
		await writeFile(join(folder, 'secret.txt'), 'the secret');
		const asked: { name: unknown; input: unknown; newsroom: unknown }[] = [];
		const filesAsked: string[] = [];
		const listeners = new Set<(event: GalleyEvent) => void>();
		const host = await startWebHost({
			core: {
				async request(name, input, _bytes, newsroom) {
					asked.push({ name, input, newsroom });
					return { ok: true, value: null };
				},
				async readNewsroomFile(newsroom, path) {
					filesAsked.push(`${newsroom} ${path}`);
					return path === 'media/2025/03/a b.svg' ? { bytes: Buffer.from('<svg/>'), type: 'image/svg+xml' } : null;
				},
				subscribe(listener) {
					listeners.add(listener);
					return () => listeners.delete(listener);
				},
			},
			renderer: join(folder, 'renderer'),
			port: 0,
			log: (message, error) => console.error(message, error),
		});
		return new TestHost(host, folder, asked, filesAsked, listeners);
	}

	async close(): Promise<void> {
		await this.host.close();
		await rm(this.folder, { recursive: true });
	}

	/** Sends a request exactly as written: fetch would refuse `Host`, tidy paths and add headers. */
	send(
		method: string,
		path: string,
		headers: Record<string, string> = {},
		body: string | Buffer | null = null,
	): Promise<Answer> {
		return new Promise((resolve, reject) => {
			const request = httpRequest({ host: '127.0.0.1', port: this.host.port, method, path, headers }, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
				});
			});
			request.on('error', reject);
			request.end(body ?? undefined);
		});
	}

	/** Exchanges a token as our own page does, but for these headers. */
	exchange(headers: Record<string, string> = {}, token = this.token): Promise<Answer> {
		return this.send('POST', '/session', { ...json, Origin: this.origin, ...headers }, JSON.stringify({ token }));
	}

	/** The headers of a tab that has exchanged its token. */
	async logIn(): Promise<{ Cookie: string; Origin: string; 'Galley-Key': string }> {
		const { headers, text } = await this.exchange();
		const { requests } = SessionKeys.parse(JSON.parse(text).value);
		const cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
		return { Cookie: cookie, Origin: this.origin, 'Galley-Key': requests };
	}

	/** The key that the address of a picture needs. */
	async pictureKey(): Promise<string> {
		return SessionKeys.parse(JSON.parse((await this.exchange()).text).value).pictures;
	}

	ask(headers: Record<string, string>, name = 'app.info', body: string | Buffer = '{}'): Promise<Answer> {
		return this.send('POST', `/api/${name}`, { ...json, ...headers }, body);
	}
}
