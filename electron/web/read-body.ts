import type { IncomingMessage } from 'node:http';

/** A request's body as text, or why there is none. */
export type Body =
	| { readonly kind: 'text'; readonly text: string; readonly bytes: number }
	| { readonly kind: 'too-large' }
	| { readonly kind: 'not-json' };

/** Reads a JSON body; keeps nothing over `maxBytes`. Rejects when the connection breaks. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
	const type = request.headers['content-type'] ?? '';
	// A form of another site can send three types without asking first; JSON is none of them.
	if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(type)) return { kind: 'not-json' };
	if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { kind: 'too-large' };
	const body = await collect(request, maxBytes);
	if (body === null) return { kind: 'too-large' };
	try {
		return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(body), bytes: body.byteLength };
	} catch {
		// JSON is UTF-8 (RFC 8259); half a character must not become another one.
		return { kind: 'not-json' };
	}
}

function collect(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		const take = (chunk: Buffer) => {
			bytes += chunk.byteLength;
			if (bytes <= maxBytes) {
				chunks.push(chunk);
				return;
			}
			// Not destroyed but drained, so that the caller can still read the answer.
			request.off('data', take).resume();
			resolve(null);
		};
		request.on('data', take);
		request.on('end', () => resolve(Buffer.concat(chunks)));
		request.on('error', reject);
		request.on('close', () => reject(new Error('The connection closed before the whole request came.')));
	});
}
