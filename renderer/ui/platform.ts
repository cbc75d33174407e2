/** Whether shortcuts are written and pressed the way of a Mac. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
