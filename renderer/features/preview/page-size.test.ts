import { expect, test } from 'vitest';
import { pageSize, pageWidths } from './page-size.ts';

test('a phone’s page keeps its width in a wide pane', () => {
	expect(pageSize('phone', { width: 900, height: 600 })).toEqual({ width: pageWidths.phone, height: 600, scale: 1 });
});

test('a desktop’s page is laid out wide and scaled to fit', () => {
	const size = pageSize('desktop', { width: pageWidths.desktop / 2, height: 600 });
	expect(size).toEqual({ width: pageWidths.desktop, height: 1200, scale: 0.5 });
});

test('a desktop’s page grows with a pane that is wider', () => {
	expect(pageSize('desktop', { width: 1500, height: 600 })).toEqual({ width: 1500, height: 600, scale: 1 });
});

test('a pane that has no size yet gives a size that can be used', () => {
	const { scale, height } = pageSize('tablet', { width: 0, height: 0 });
	expect(scale).toBeGreaterThan(0);
	expect(Number.isFinite(height)).toBe(true);
});
