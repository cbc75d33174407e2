/** The one IPC channel for requests of the desktop host; its arguments are an operation's name and its input. */
export const requestChannel = 'galley:request';
/** The IPC channel on which the desktop host sends events. */
export const eventChannel = 'galley:event';
/** The IPC channel on which the desktop's menu runs a renderer command by its id. */
export const commandChannel = 'galley:command';
/** The IPC channel on which the renderer says that a command of the menu is done, and whether it worked. */
export const commandDoneChannel = 'galley:command-done';
/** The command that a closing window sends: save everything; the window closes when the answer comes. */
export const closeRequestedCommand = 'window.close-requested';
/** Where both hosts serve the open newsroom's files for reading: `/newsroom/media/2025/03/x.png`. */
export const newsroomUrlPrefix = '/newsroom/';
