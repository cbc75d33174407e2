const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID (https://github.com/ulid/spec) of this moment, with its random part from the seed. */
export function makeUlid(random, moment) {
	let time = '';
	for (let rest = moment, place = 0; place < 10; place += 1) {
		time = alphabet[rest % 32] + time;
		rest = Math.floor(rest / 32);
	}
	let chance = '';
	for (let place = 0; place < 16; place += 1) chance += alphabet[random.bits() >>> 27];
	return time + chance;
}
