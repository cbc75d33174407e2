import { fetchWeb } from './fetch-web.ts';

const picture = {
	what: 'picture',
	accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml',
	largest: 25 * 1024 * 1024,
	instead: 'Save it from your browser, and drop the file here.',
};

/** Fetches a picture from the web because somebody asked for it, see `fetchWeb`. */
export function fetchPicture(url: string, mayReach?: (address: string) => boolean): Promise<Buffer> {
	return fetchWeb(url, picture, mayReach);
}
