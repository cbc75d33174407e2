import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';

/* The thousand kills, and thirty with a real browser, are `npm run test:crash`; these few show that it works. */
const kills = `${runsOf({ short: 4, long: 10 })}`;

test(`of ${kills} hosts killed while stories are typed and saved, a fresh start brings everything back`, async () => {
	const script = join(import.meta.dirname, '../../dev/test-crash.mjs');
	const printed = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
		// How fast a computer is that runs other tests beside this one shows in its exit code, and says nothing here.
		execFile(
			process.execPath,
			[script, '--kills', kills, '--page-kills', '3', '--seed', '7'],
			(_error, stdout, stderr) => {
				resolve({ stdout, stderr });
			},
		);
	});
	expect(printed.stderr).toBe('');
	expect(printed.stdout).toMatch(new RegExp(`^kills +${kills}$`, 'm'));
	expect(printed.stdout).toMatch(/^acknowledged saves lost +0$/m);
	expect(printed.stdout).toMatch(/^unreadable files +0$/m);
}, 300_000);
