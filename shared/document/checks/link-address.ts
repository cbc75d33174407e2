import { withoutTracking } from '../../text/without-tracking.ts';

/** What is wrong with an address, after the words that name its link. */
interface LinkFault {
	readonly check: 'link-insecure' | 'link-tracking';
	readonly said: string;
}

/** What is wrong with an address by itself. */
export function linkFaults(href: string): LinkFault[] {
	const faults: LinkFault[] = [];
	if (/^http:\/\//i.test(href))
		faults.push({ check: 'link-insecure', said: 'goes to http://, which browsers call not secure; try https://' });
	if (withoutTracking(href) !== href)
		faults.push({
			check: 'link-tracking',
			said: 'says where its readers come from; take the tracking off its address',
		});
	return faults;
}
