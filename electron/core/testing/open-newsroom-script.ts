/* What opens a newsroom, for a process of another user; run by unreadable-files.test.ts. */
export { realFileSystem } from '../disk/file-system.ts';
export { openNewsroom } from '../newsroom/open-newsroom.ts';
