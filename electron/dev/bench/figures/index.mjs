import { exporting } from './export.mjs';
import { indexBuild } from './index-build.mjs';
import { list } from './list.mjs';
import { memory } from './memory.mjs';
import { open } from './open.mjs';
import { pageMemory } from './page-memory.mjs';
import { rename } from './rename.mjs';
import { save } from './save.mjs';
import { screen } from './screen.mjs';
import { script } from './script.mjs';
import { search } from './search.mjs';
import { start } from './start.mjs';
import { typing } from './typing.mjs';

/** Everything that is measured, by the name that `--only` takes. Each answers rows of the table. */
export const figures = {
	'index-build': indexBuild,
	start,
	list,
	search,
	save,
	rename,
	open,
	export: exporting,
	memory,
	typing,
	screen,
	script,
	'page-memory': pageMemory,
};
