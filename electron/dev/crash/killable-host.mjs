import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';

/** The processes that run; none outlives this one. */
const running = new Set();
process.once('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** A web host in a process of its own that can be killed at any moment, and asked over its real API until then. */
export class KillableHost {
	#child;
	#closed;
	#agent = new Agent({ keepAlive: true });
	#port = 0;
	#token = '';
	#cookie = '';
	#key = '';
	#newsroom = '';
	#errors = '';
	/** When it was killed, as `performance.now()`; null while it lives. */
	killedAt = null;
	/** When its page was killed, or the host itself. */
	endedAt = null;
	#underWay = new Set();
	#endPage = () => {};
	#pageEnd = new Promise(() => {});

	/** Starts a host with these arguments and logs in as a tab does. */
	static async start(script, args, env, port = 0) {
		const host = new KillableHost();
		host.#child = spawn(process.execPath, [script, ...args, '--port', String(port)], {
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		host.#closed = once(host.#child, 'close');
		running.add(host.#child);
		host.#child.once('close', () => running.delete(host.#child));
		const token = await host.#open();
		const { headers, text } = await host.#send('/session', { token });
		host.#cookie = headers['set-cookie'][0].split(';')[0];
		host.#key = JSON.parse(text).value.requests;
		await host.must('newsroom.current', {});
		return host;
	}

	#open() {
		return new Promise((resolve, reject) => {
			let printed = '';
			this.#child.stderr.setEncoding('utf8').on('data', (text) => {
				this.#errors += text;
			});
			this.#child.stdout.setEncoding('utf8').on('data', (text) => {
				printed += text;
				const [, port, token] = /^Galley is open at http:\/\/127\.0\.0\.1:(\d+)\/#token=(\S+)\n/m.exec(printed) ?? [];
				if (port === undefined) return;
				this.#port = Number(port);
				this.#token = token;
				resolve(token);
			});
			this.#child.on('error', reject);
			this.#child.on('close', () => reject(new Error(`The host did not start:\n${printed}${this.#errors}`)));
		});
	}

	get port() {
		return this.#port;
	}

	/** The address that opens it in a browser. */
	get address() {
		return `http://127.0.0.1:${this.#port}/#token=${this.#token}`;
	}

	/** What the host said went wrong. */
	get errors() {
		return this.#errors;
	}

	/** Asks for one operation; answers its result. Rejects when the host or the page is killed before it answered. */
	async call(operation, input) {
		if (this.endedAt !== null) throw new Error('The page is gone.');
		const sent = this.#send(`/api/${operation}`, input);
		this.#underWay.add(sent);
		sent.finally(() => this.#underWay.delete(sent)).catch(() => {});
		const { text } = await Promise.race([sent, this.#pageEnd]);
		const result = JSON.parse(text);
		// What opens a newsroom, and what asks which one is open, names the one that all others are about.
		if (operation.startsWith('newsroom.') && result.ok) this.#newsroom = result.value.id ?? '';
		return result;
	}

	/** As `call`, for what must not fail. */
	async must(operation, input) {
		const result = await this.call(operation, input);
		if (result.ok) return result.value;
		throw new Error(`${operation} was refused: ${result.failure.message}`);
	}

	#send(path, body) {
		const origin = `http://127.0.0.1:${this.#port}`;
		const headers = {
			'Content-Type': 'application/json',
			Origin: origin,
			Cookie: this.#cookie,
			'Galley-Key': this.#key,
			'Galley-Newsroom': this.#newsroom,
		};
		return new Promise((resolve, reject) => {
			const sent = request(`${origin}${path}`, { method: 'POST', agent: this.#agent, headers }, (response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (chunk) => {
					text += chunk;
				});
				response.on('end', () => resolve({ headers: response.headers, text }));
				response.on('error', reject);
			});
			sent.on('error', reject);
			sent.end(JSON.stringify(body));
		});
	}

	/** A page opens, of which `killPage` is the end. */
	openPage() {
		this.endedAt = null;
		this.#pageEnd = new Promise((_, reject) => {
			this.#endPage = reject;
		});
		this.#pageEnd.catch(() => {}); // whoever waits for an answer hears of it
	}

	/** Kills the page: it hears no answer any more. Resolves once the host has done what was under way. */
	async killPage() {
		this.endedAt = performance.now();
		this.#endPage(new Error('The page was killed.'));
		await Promise.allSettled(this.#underWay);
	}

	/** Kills it, with nothing said to it before; resolves once it is gone. */
	async kill() {
		if (this.killedAt === null) {
			this.killedAt = performance.now();
			this.endedAt ??= this.killedAt;
			this.#child.kill('SIGKILL');
		}
		const [, signal] = await this.#closed;
		this.#agent.destroy();
		if (signal !== 'SIGKILL') throw new Error(`The host ended before it was killed:\n${this.#errors}`);
	}

	/** Ends it as Ctrl-C does; throws when it does not end well. */
	async stop() {
		this.#agent.destroy();
		this.#child.kill('SIGINT');
		const [code] = await this.#closed;
		if (code !== 0) throw new Error(`The host ended with ${code}:\n${this.#errors}`);
	}
}
