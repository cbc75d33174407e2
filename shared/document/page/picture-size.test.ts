import { expect, test } from 'vitest';
import { whenTooSmall } from './picture-size.ts';

test('a picture with fewer pixels than its size shows is warned of, with the size that fits it', () => {
	expect(whenTooSmall(680, 'column')).toBeNull();
	expect(whenTooSmall(1600, 'full')).toBeNull();
	expect(whenTooSmall(679, 'column')).toMatch(/679 pixels wide and is shown up to 680 wide.*larger one\.$/);
	expect(whenTooSmall(900, 'wide')).toMatch(/or the size Column\.$/);
	expect(whenTooSmall(1200, 'full')).toMatch(/or the size Wide\.$/);
	expect(whenTooSmall(900, 'full')).toMatch(/or the size Column\.$/);
	expect(whenTooSmall(300, 'full')).toMatch(/larger one\.$/);
});
