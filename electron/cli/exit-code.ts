/** What the command's exit code tells a script; the help text promises the same. */
export const exitCode = { fine: 0, problems: 1, usage: 2, unusable: 3, interrupted: 130 } as const;

/** The part of the help text about exit codes. */
export const exitCodeHelp = `
Exit codes:
  0    everything went well
  1    a story has errors, or was kept back from the export or its publication by errors; or a
       backup or a tidying had to leave something out
  2    the command was wrong: an unknown option, or a slug that no story has
  3    the newsroom, the backup or the target cannot be used; nothing was changed
  130  it was interrupted; nothing was changed`;
