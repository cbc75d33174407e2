/** A point of a picture: fractions of its width and height from the top left. */
export type Point = readonly [number, number];

/** Where a picture is centred when nobody chose a point. */
export const middle: Point = [0.5, 0.5];

/** The point with its fractions kept inside the picture and at whole percents. */
export function toPoint(x: number, y: number): [number, number] {
	const whole = (fraction: number) => Math.min(100, Math.max(0, Math.round(fraction * 100))) / 100;
	return [whole(x), whole(y)];
}

/** The point moved by an arrow key, by a step in percent; null for any other key. */
export function movePoint([x, y]: Point, key: string, percent: number): [number, number] | null {
	const step = percent / 100;
	switch (key) {
		case 'ArrowLeft':
			return toPoint(x - step, y);
		case 'ArrowRight':
			return toPoint(x + step, y);
		case 'ArrowUp':
			return toPoint(x, y - step);
		case 'ArrowDown':
			return toPoint(x, y + step);
		default:
			return null;
	}
}

/** The point in words: "50% from the left, 40% from the top". */
export function pointInWords([x, y]: Point): string {
	return `${Math.round(x * 100)}% from the left, ${Math.round(y * 100)}% from the top`;
}
