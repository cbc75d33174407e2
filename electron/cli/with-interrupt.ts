/** Runs work that Ctrl-C or `kill` ends in good order. */
export async function withInterrupt<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
	const abort = new AbortController();
	const interrupt = () => abort.abort();
	process.once('SIGINT', interrupt);
	process.once('SIGTERM', interrupt);
	try {
		return await work(abort.signal);
	} finally {
		process.off('SIGINT', interrupt);
		process.off('SIGTERM', interrupt);
	}
}
