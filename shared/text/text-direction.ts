const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

/** Which way a language (a BCP 47 tag) is written; a script in the tag decides, else the language. */
export function textDirection(language: string): 'ltr' | 'rtl' {
	const [name = '', ...rest] = language.toLowerCase().split('-');
	const script = rest.find((part) => /^[a-z]{4}$/.test(part));
	if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
	return rightToLeft.has(name) ? 'rtl' : 'ltr';
}
