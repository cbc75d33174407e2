import { parentPort, workerData } from 'node:worker_threads';
import { sendError } from '../../disk/sent-error.ts';
import { readDocument } from '../read-document.ts';
import type { FromDocumentThread, GivenDocument } from './read-in-thread.ts';

/* Reads one document in a thread of its own and ends; read-in-thread.ts starts it. */
const tell = (message: FromDocumentThread) => parentPort?.postMessage(message);
const { name, bytes } = workerData as GivenDocument;
readDocument(name, bytes).then(
	(read) => tell({ kind: 'read', read }),
	(error: unknown) => tell({ kind: 'refusal', reason: sendError(error) }),
);
