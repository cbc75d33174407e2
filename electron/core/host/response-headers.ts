const deniedFeatures =
	'accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope hid idle-detection magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking';

/** The headers of everything that a host answers. */
export const commonHeaders: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': deniedFeatures
		.split(' ')
		.map((feature) => `${feature}=()`)
		.join(', '),
};

/** The content security policy of the app's page; `eventAddress` is where its event socket connects, if it has one. */
export function appPolicy(eventAddress: string | null): string {
	return policy({
		'script-src': "'self'",
		'style-src': "'self'",
		'img-src': "'self' blob: data:",
		'font-src': "'self'",
		'connect-src': eventAddress === null ? "'self'" : `'self' ${eventAddress}`,
		'frame-src': "'self'",
		'frame-ancestors': "'none'",
	});
}

/**
 * The policy of the script of a worker that reads spelling dictionaries: a program in WebAssembly does that. No page may run one,
 * and the worker reaches nothing but our own files.
 */
export const proofWorkerPolicy = policy({ 'script-src': "'self' 'wasm-unsafe-eval'", 'connect-src': "'self'" });

/** The content security policy of the preview's page, which the app's page frames and fills; nothing in it runs. */
export const previewPolicy = policy({
	'style-src': "'self'",
	'img-src': "'self' blob: data:",
	'font-src': "'self'",
	'frame-ancestors': "'self'",
});

/** The policy of files that come from a newsroom: an SVG opened by its address is inert and in an origin of its own. */
export const newsroomFilePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

function policy(directives: Record<string, string>): string {
	const all = {
		'default-src': "'none'",
		...directives,
		'base-uri': "'none'",
		'form-action': "'none'",
		'object-src': "'none'",
	};
	return Object.entries(all)
		.map(([name, value]) => `${name} ${value}`)
		.join('; ');
}
