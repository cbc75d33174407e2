/** The one IPC channel for requests of the desktop host; its arguments are an operation's name, its newsroom and its input. */
export const requestChannel = 'galley:request';
/** The IPC channel on which the desktop host sends events. */
export const eventChannel = 'galley:event';
/** The IPC channel on which the desktop's menu runs a renderer command by its id. */
export const commandChannel = 'galley:command';
/** The IPC channel on which the renderer says that a command of the menu is done, and whether it worked. */
export const commandDoneChannel = 'galley:command-done';
/** The command that a closing window sends: save everything; the window closes when the answer comes. */
export const closeRequestedCommand = 'window.close-requested';
/** Where both hosts serve a newsroom's files for reading: `/newsroom/` its id `/media/2025/03/x.png`. */
export const newsroomUrlPrefix = '/newsroom/';
/** The header of a request to the web host that names its newsroom. */
export const newsroomHeader = 'Galley-Newsroom';
/** The header of a request to the web host that proves that a page of this very origin sends it. */
export const keyHeader = 'Galley-Key';
/** The parameter of a picture's address that holds the key of pictures. */
export const pictureKeyParameter = 'key';
/** The protocol that the event socket speaks; the page offers a second one beside it, which is `socketKeyPrefix` and its key. */
export const socketProtocol = 'galley';
export const socketKeyPrefix = 'galley-key.';
