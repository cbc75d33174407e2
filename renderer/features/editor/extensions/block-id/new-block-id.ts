const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A name for a new block: eight random letters and digits after a `b`, so that two windows never choose the same. */
export function newBlockId(): string {
	let id = 'b';
	for (const byte of crypto.getRandomValues(new Uint8Array(8))) id += letters[byte % letters.length];
	return id;
}
