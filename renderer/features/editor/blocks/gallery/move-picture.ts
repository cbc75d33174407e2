/** The pictures with one of them moved to another place. */
export function movePicture<Picture>(pictures: readonly Picture[], from: number, to: number): readonly Picture[] {
	const moved = pictures[from];
	if (moved === undefined || from === to || to < 0 || to >= pictures.length) return pictures;
	const left = pictures.filter((_, index) => index !== from);
	return [...left.slice(0, to), moved, ...left.slice(to)];
}
