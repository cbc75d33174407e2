/* What opens a newsroom, for a process of another user; run by unreadable-files.test.ts. */
export { realFileSystem } from '../file-system.ts';
export { openNewsroom } from '../open-newsroom.ts';
