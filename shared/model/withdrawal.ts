import { z } from 'zod';

/** Why a story was taken away from its readers; `unstated` where nobody said it. */
export const WithdrawalKind = z.enum(['mistake', 'legal', 'expired', 'replaced', 'unstated']);
export type WithdrawalKind = z.infer<typeof WithdrawalKind>;

interface KindEntry {
	readonly label: string;
	/** What it means, in a few words. */
	readonly note: string;
}

/** All that is known of each kind, in the order in which they are offered. */
export const withdrawalKinds: Readonly<Record<WithdrawalKind, KindEntry>> = {
	mistake: { label: 'A mistake', note: 'It should not have been published, or is wrong as a whole' },
	legal: { label: 'Legal reasons', note: 'A court, a contract or a right asks for it' },
	expired: { label: 'Out of date', note: 'It was true, and is of no use any more' },
	replaced: { label: 'Replaced by another', note: 'Readers who come for it are sent there' },
	unstated: { label: 'Not said', note: 'It was withdrawn without a reason' },
};
