import { chooseAsked } from './asked.ts';
import { bareStat } from './bare-files.ts';
import { bareInsertion } from './bare-insertion.ts';
import { bareExport, exportAll } from './exporting.ts';
import { lists } from './lists.ts';
import { askedWhileBuilding, building, opening } from './opening.ts';
import { opens } from './opens.ts';
import type { Program, ProgramOptions } from './program.ts';
import { saves } from './saves.ts';
import { searches } from './searches.ts';
import { workingDay } from './working-day.ts';

const programs: Readonly<Record<string, Program>> = {
	askedWhileBuilding,
	bareExport,
	bareInsertion,
	bareStat,
	building,
	chooseAsked,
	exportAll,
	lists,
	opening,
	opens,
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
