import { expect, test } from 'vitest';
import { withoutTracking } from './without-tracking.ts';

test.each([
	['https://harbour.example/a?utm_source=x&id=7&fbclid=y#top', 'https://harbour.example/a?id=7#top'],
	['https://harbour.example/a?utm_source=x#utm_source', 'https://harbour.example/a#utm_source'],
	['https://harbour.example/a?q=a%26b&gclid=1', 'https://harbour.example/a?q=a%26b'],
	['https://harbour.example/a#?utm_source=x', 'https://harbour.example/a#?utm_source=x'],
	['https://www.google.com/url?q=https://harbour.example/a%3Fid%3D7&sa=D', 'https://harbour.example/a?id=7'],
	['https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fharbour.example%2F', 'https://harbour.example/'],
	['https://l.facebook.com/l.php?u=https%3A%2F%2Fharbour.example%2F%3Ffbclid%3Dz&h=1', 'https://harbour.example/'],
	[
		'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbour.example%2F&data=1',
		'https://harbour.example/',
	],
	// What looks alike and is not.
	[
		'https://google.com.evil.example/url?q=https://a.example/',
		'https://google.com.evil.example/url?q=https://a.example/',
	],
	['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
	['https://www.google.com/url?q=%E0%A4%A', 'https://www.google.com/url?q=%E0%A4%A'],
	['https://www.google.com/search?q=https://a.example/', 'https://www.google.com/search?q=https://a.example/'],
	['mailto:desk@harbour.example?subject=utm_source=x', 'mailto:desk@harbour.example?subject=utm_source=x'],
	['/own/story?utm_source=x', '/own/story?utm_source=x'],
])('%s leads to %s', (href, clean) => {
	expect(withoutTracking(href)).toBe(clean);
	expect(withoutTracking(clean)).toBe(clean);
});
