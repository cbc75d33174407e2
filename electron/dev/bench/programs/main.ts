import { chooseAsked } from './asked.ts';
import { lists } from './lists.ts';
import { askedWhileBuilding, building, opening } from './opening.ts';
import { opens } from './opens.ts';
import type { Program, ProgramOptions } from './program.ts';
import { renames } from './renames.ts';
import { saves } from './saves.ts';
import { searches } from './searches.ts';
import { pagesWhileExporting } from './while-exporting.ts';
import { workingDay } from './working-day.ts';

const programs: Readonly<Record<string, Program>> = {
	askedWhileBuilding,
	building,
	chooseAsked,
	lists,
	opening,
	opens,
	pagesWhileExporting,
	renames,
	saves,
	searches,
	workingDay,
};

// The parent process names the program and takes what it measured; see run-program.mjs.
const [name = '', options = '{}'] = process.argv.slice(2);
const program = programs[name];
if (program === undefined) throw new Error(`There is no program ${name}.`);
const measurements = await program(JSON.parse(options) as ProgramOptions);
process.send?.(measurements);
process.disconnect?.();
