import { expect, test } from 'vitest';
import { backedUpWords, leftOutWords, sizeWords, suggestedBackup, zipPath } from './backup-words.ts';

test('a backup says how many files it holds, and how large they are', () => {
	expect(backedUpWords({ files: 47, bytes: 3_210_000 }, 'en-GB')).toBe('Backed up and verified: 47 files, 3.2 MB');
	expect(backedUpWords({ files: 1, bytes: 812 }, 'en-GB')).toBe('Backed up and verified: 1 file, 812 bytes');
});

test.each([
	[1, '1 byte'],
	[999, '999 bytes'],
	[1000, '1 kB'],
	[12_400, '12 kB'],
	[3_000_000, '3.0 MB'],
	[2_500_000_000, '2.5 GB'],
])('%d bytes read as %s', (bytes, words) => {
	expect(sizeWords(bytes, 'en-GB').replace(/\s/g, ' ')).toBe(words);
});

test('a backup is first offered beside the newsroom, with the day', () => {
	const day = new Date(2026, 2, 7, 23, 59);
	expect(suggestedBackup('/home/ana/ledger', day)).toBe('/home/ana/ledger 2026-03-07.zip');
	expect(suggestedBackup('C:\\Ledger\\', day)).toBe('C:\\Ledger 2026-03-07.zip');
});

test('a name without an ending gets one', () => {
	expect(zipPath(' /backups/ledger ')).toBe('/backups/ledger.zip');
	expect(zipPath('/backups/ledger.ZIP')).toBe('/backups/ledger.ZIP');
	expect(zipPath('  ')).toBe('');
});

test('what a backup leaves out is named with the reason', () => {
	expect(leftOutWords({ path: 'media/archive', why: 'link' })).toBe('media/archive is a link to another place.');
});
