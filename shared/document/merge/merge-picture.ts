import type { GalleryPicture, Picture } from '../../model/block.ts';
import { mergeLine } from './merge-text.ts';
import { collided, mergeRecord, mergeValue, type Outcome, oneSided, type Versions } from './outcome.ts';

const pictureParts = {
	media: mergeValue<string>,
	alt: mergeLine,
	caption: mergeLine,
	credit: mergeLine,
};

/** Words belong to their picture: when one side replaced it, the words that the other wrote are about the old one. */
function isReplaced({ base, mine, theirs }: Versions<{ media: string }>): boolean {
	return mine.media !== base.media || theirs.media !== base.media;
}

/** Merges the words and focus of a picture that both sides kept. */
export function mergePicture(versions: Versions<Picture>): Outcome<Picture> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	if (isReplaced(versions)) return collided(versions.mine, versions.theirs);
	return mergeRecord(versions, { ...pictureParts, focus: mergeValue });
}

/** Merges the words of a gallery's picture that both sides kept. */
export function mergeGalleryPicture(versions: Versions<GalleryPicture>): Outcome<GalleryPicture> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	if (isReplaced(versions)) return collided(versions.mine, versions.theirs);
	return mergeRecord(versions, pictureParts);
}
