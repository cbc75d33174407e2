import { useEffect, useState } from 'react';
import type { ArticleId } from '#shared/model/article.ts';
import { useHost } from '../host/host-context.tsx';

/** The stories that addresses lead to, by their slugs; null is none, undefined is not known yet. */
type Addresses = Readonly<Record<string, ArticleId | null>>;

const unknown: Addresses = {};
/** The contract's limit for one question; no story has more links that anybody reads. */
const most = 500;

/** Which stories these slugs lead to, as far as it is known, kept up to date. */
export function useOwnAddresses(slugs: readonly string[]): Addresses {
	const host = useHost();
	const [addresses, setAddresses] = useState(unknown);
	const key = slugs.slice(0, most).join();
	useEffect(() => {
		if (key === '') return;
		let isWanted = true;
		const ask = async () => {
			const answer = await host.articles.atAddresses({ slugs: key.split(',') });
			if (!isWanted || !answer.ok) return;
			const next = answer.value;
			setAddresses((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
		};
		const end = host.subscribe('articles.changed', ask);
		void ask();
		return () => {
			isWanted = false;
			end();
		};
	}, [host, key]);
	return addresses;
}
