import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inCache } from './paths.mjs';

const file = () => inCache('refusals.json');
const days = 24 * 3600 * 1000;

/** Why something could not be fetched in the last seven days, or null; a later start then does not try and wait again. */
export function refusalOf(what) {
	const refusal = readRefusals()[what];
	return refusal && Date.now() - Date.parse(refusal.at) < 7 * days ? refusal.reason : null;
}

/** Remembers that something could not be fetched; deleting `.cache/refusals.json` makes the next start try again. */
export function rememberRefusal(what, reason) {
	const refusals = { ...readRefusals(), [what]: { at: new Date().toISOString(), reason } };
	writeFileSync(file(), `${JSON.stringify(refusals, null, '\t')}\n`);
}

function readRefusals() {
	if (!existsSync(file())) return {};
	try {
		return JSON.parse(readFileSync(file(), 'utf8'));
	} catch (error) {
		console.error(`.cache/refusals.json is not readable and is written anew: ${error.message}`);
		return {};
	}
}
