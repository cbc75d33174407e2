import type { GalleryPicture } from '../../model/block.ts';
import type { BlockFinding } from '../blocks/block-module.ts';

/** What an alt text says that says nothing, in the languages of our desks; nothing else may stand beside it. */
const generic =
	/^(?:(?:an?|the|our|this|une?|el|la|le|il|ein|eine|das|een|de)\s+)?(?:image|img|picture|pic|photo|photograph|foto|fotografie|fotografía|fotografia|bild|illustration|illustrazione|ilustración|graphic|grafik|graphique|icon|logo|thumbnail|imagen|imagem|immagine|afbeelding|bilde|billede|untitled|unnamed|alt|alt text|placeholder|صورة|изображение|фото|画像|图片)s?[.:\s]*\d*$/iu;
const fileName = /(?:^|\s)\S+\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|heic|bmp|psd|raw)$/i;
const cameraName =
	/^(?:img|dscn?|dscf|pxl|mvimg|p|gopr|scan|screenshot|screen shot|photo|image|unnamed|untitled)[-_ ]*\d[\d-_ ()x.]*$/i;

const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');

/** What the words of a picture lack; what it has none of at all is told by its block. */
export function pictureFindings(picture: GalleryPicture, name: string): BlockFinding[] {
	const said = emptyAlt(picture);
	const findings: BlockFinding[] = [];
	if (said !== null) findings.push({ check: 'alt-says-nothing', message: `The alt text of ${name} ${said}` });
	if (picture.credit.trim() === '') {
		const begin = name.slice(0, 1).toUpperCase() + name.slice(1);
		findings.push({ check: 'credit-missing', message: `${begin} has no credit` });
	}
	return findings;
}

/** Why an alt text tells a reader nothing who cannot see the picture, after "The alt text of …"; null when it does. */
function emptyAlt({ alt, caption }: Pick<GalleryPicture, 'alt' | 'caption'>): string | null {
	const text = alt.trim();
	if (text === '') return null; // told by a check of its own
	if (fileName.test(text) || cameraName.test(text)) return `is the name of a file: “${text}”`;
	if (generic.test(text) || plain(text) === '') return `does not say what it shows: “${text}”`;
	if (plain(text) === plain(caption)) return 'is its caption again';
	return null;
}
