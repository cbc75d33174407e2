import { isSameValue } from '#shared/document/diff/same-value.ts';
import type { StyleRule } from '#shared/model/house-style.ts';
import type { DictionaryName } from '#shared/text/spelling/dictionary-for.ts';
import type { FromWorker, Measure, ProofMark, ProofText, ToWorker } from './worker/messages.ts';

/** What is asked of the worker, before it has its number. */
type Asked = { kind: 'check'; measure: Measure; texts: readonly ProofText[] } | SuggestAsked;
type SuggestAsked = { kind: 'suggest'; dictionary: DictionaryName; word: string };
type Answer = Exclude<FromWorker, { kind: 'failed' }>;

/** The one worker of a window that looks through texts. It begins with the first that is asked, and serves every story. */
class ProofService {
	#worker: Worker | null = null;
	#words: readonly string[] = [];
	#rules: readonly StyleRule[] = [];
	#asked = 0;
	readonly #waiting = new Map<number, { take(answer: Answer): void; fail(error: Error): void }>();

	/** Words that are right from now on, beside those of the dictionaries. */
	takeWords(words: readonly string[]): void {
		if (isSameValue(words, this.#words)) return;
		this.#words = words;
		if (this.#worker !== null) this.#send({ kind: 'words', words });
	}

	/** The rules of the house style that hold from now on. */
	takeRules(rules: readonly StyleRule[]): void {
		if (isSameValue(rules, this.#rules)) return;
		this.#rules = rules;
		if (this.#worker !== null) this.#send({ kind: 'rules', rules });
	}

	/** What is to be underlined in each of these texts. Rejects when the worker cannot tell. */
	async check(texts: readonly ProofText[], measure: Measure): Promise<readonly (readonly ProofMark[])[]> {
		const answer = await this.#ask({ kind: 'check', measure, texts });
		return answer.kind === 'checked' ? answer.marks : [];
	}

	/** What was likely meant by a word. Rejects when the worker cannot tell. */
	async suggest(word: string, dictionary: DictionaryName): Promise<readonly string[]> {
		const answer = await this.#ask({ kind: 'suggest', dictionary, word });
		return answer.kind === 'suggested' ? answer.words : [];
	}

	#ask(asked: Asked): Promise<Answer> {
		this.#asked += 1;
		const id = this.#asked;
		return new Promise((take, fail) => {
			this.#waiting.set(id, { take, fail });
			this.#send({ ...asked, id });
		});
	}

	#send(message: ToWorker): void {
		this.#worker ??= this.#start();
		this.#worker.postMessage(message);
	}

	#start(): Worker {
		const worker = new Worker(new URL('./worker/proof-worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if (data.kind === 'failed') waiting?.fail(new Error(data.message));
			else waiting?.take(data);
		};
		worker.onerror = () => {
			// It is begun anew with what is asked next.
			worker.terminate();
			this.#worker = null;
			const lost = [...this.#waiting.values()];
			this.#waiting.clear();
			for (const { fail } of lost) fail(new Error('The spelling worker stopped.'));
		};
		worker.postMessage({ kind: 'words', words: this.#words } satisfies ToWorker);
		worker.postMessage({ kind: 'rules', rules: this.#rules } satisfies ToWorker);
		return worker;
	}
}

export const proofService = new ProofService();
