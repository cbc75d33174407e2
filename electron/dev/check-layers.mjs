// Holds every import statement against the rules in `layers/rules.mjs`; a broken one fails `npm run check`.
import { layerProblems } from './layers/check.mjs';
import { projectRoot } from './paths.mjs';

const problems = layerProblems(projectRoot);
for (const problem of problems) console.error(problem);
console.log(
	problems.length ? `${problems.length} rules of the layers are broken.` : 'Every import keeps to its layer.',
);
process.exit(problems.length ? 1 : 0);
