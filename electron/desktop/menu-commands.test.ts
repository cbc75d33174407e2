import { expect, test, vi } from 'vitest';
import { deskCommands } from '#shared/commands/desk-commands.ts';
import { acceleratorOf, commandItems } from './menu-commands.ts';

test('shortcuts are written as Electron writes them', () => {
	expect(acceleratorOf('Mod+Alt+ArrowRight')).toBe('CmdOrCtrl+Alt+Right');
	expect(acceleratorOf('Shift+F6')).toBe('Shift+F6');
});

test('the menu shows the label and the keys that the page shows, and runs the command', () => {
	const run = vi.fn();
	const items = commandItems('file', run);
	const make = items.find(({ id }) => id === 'story.new');
	expect(make).toMatchObject({ label: deskCommands['story.new'].label, accelerator: 'CmdOrCtrl+Alt+N' });
	expect(items.find(({ id }) => id === 'export.open')?.label).toBe('Export…');
	make?.click?.(undefined as never, undefined, undefined as never);
	expect(run).toHaveBeenCalledExactlyOnceWith('story.new');
});
