import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inBench } from '../data-set.mjs';
import { ghostVersion } from './ghost-install.mjs';

const owner = { name: 'Desk', email: 'desk@example.com', password: 'a long pass phrase 4 the bench' };
const longestStart = 120_000;

/** A running Ghost that is asked over its Admin API. */
export class Ghost {
	#child;
	#origin;
	#cookie = '';
	#output = '';
	name;

	/** Starts an empty Ghost and signs in. */
	static async start(entry) {
		const ghost = new Ghost();
		const content = inBench('peers', 'ghost-content');
		rmSync(content, { recursive: true, force: true });
		for (const name of ['data', 'images', 'themes', 'logs', 'settings', 'adapters', 'media', 'files', 'public']) {
			mkdirSync(join(content, name), { recursive: true });
		}
		const port = await freePort();
		ghost.name = `Ghost ${ghostVersion(entry)}`;
		ghost.#origin = `http://127.0.0.1:${port}`;
		const env = {
			PATH: process.env.PATH,
			HOME: content,
			NODE_ENV: 'production',
			url: ghost.#origin,
			server__host: '127.0.0.1',
			server__port: String(port),
			database__client: 'sqlite3',
			database__connection__filename: join(content, 'data/ghost.db'),
			database__useNullAsDefault: 'true',
			paths__contentPath: content,
			logging__level: 'error',
			logging__transports: '["stdout"]',
			mail__transport: 'stub',
			privacy__useTinfoil: 'true',
			security__staffDeviceVerification: 'false',
			spam__user_login__freeRetries: '1000',
		};
		ghost.#child = spawn(process.execPath, [join(entry, 'index.js')], {
			cwd: entry,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [ghost.#child.stdout, ghost.#child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => {
				ghost.#output += text;
			});
		}
		try {
			await ghost.#whenReady();
			await ghost.#ask('POST', 'authentication/setup/', { setup: [{ ...owner, blogTitle: 'The Lantern' }] });
			await ghost.#ask('POST', 'session/', { username: owner.email, password: owner.password });
		} catch (error) {
			await ghost.close();
			throw error;
		}
		return ghost;
	}

	async #whenReady() {
		const until = Date.now() + longestStart;
		while (Date.now() < until) {
			if (this.#child.exitCode !== null) break;
			const answer = await fetch(`${this.#origin}/ghost/api/admin/site/`).catch(() => null);
			if (answer?.ok) return;
			await wait(250);
		}
		throw new Error(`Ghost did not start: ${this.#output.trim().split('\n').slice(0, 3).join(' ')}`);
	}

	async #ask(method, path, body) {
		const answer = await fetch(`${this.#origin}/ghost/api/admin/${path}`, {
			method,
			headers: {
				'Content-Type': 'application/json',
				Origin: this.#origin,
				Cookie: this.#cookie,
				'Accept-Version': 'v5.0',
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`Ghost refused ${path} (${answer.status}): ${text.slice(0, 300)}`);
		const cookie = answer.headers.get('set-cookie');
		if (cookie !== null) this.#cookie = cookie.split(';')[0];
		return text.startsWith('{') ? JSON.parse(text) : text;
	}

	/** Takes a story over. */
	async add({ headline, html, tags, published }) {
		const post = { title: headline, html, tags, status: 'published', published_at: published };
		const { posts } = await this.#ask('POST', 'posts/?source=html', { posts: [post] });
		return posts[0].id;
	}

	/** The n-th page of a hundred posts, the last updated first. */
	async list(page) {
		const { posts } = await this.#ask('GET', `posts/?limit=100&page=${page}&order=updated_at%20desc&formats=`);
		return posts.length;
	}

	/** The first fifty posts with these letters in the title. */
	async search(text) {
		const filter = encodeURIComponent(`title:~'${text.replaceAll("'", "\\'")}'`);
		const { posts } = await this.#ask('GET', `posts/?limit=50&filter=${filter}&formats=`);
		return posts.length;
	}

	/** A function that saves a post once more, with another text. */
	async saver(id) {
		const { posts } = await this.#ask('GET', `posts/${id}/`);
		let updated = posts[0].updated_at;
		return async (html) => {
			const post = { html, updated_at: updated };
			const answer = await this.#ask('PUT', `posts/${id}/?source=html`, { posts: [post] });
			updated = answer.posts[0].updated_at;
		};
	}

	async close() {
		if (this.#child.exitCode !== null) return;
		const closed = once(this.#child, 'close');
		this.#child.kill('SIGTERM');
		const late = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
		await closed;
		clearTimeout(late);
	}
}

async function freePort() {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	await once(server, 'close');
	return port;
}
