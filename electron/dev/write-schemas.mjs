// `npm run schema`: writes the published JSON Schemas anew from the model.
import { mkdirSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { inProject } from './paths.mjs';
import { main } from './run.mjs';

main(async () => {
	const { module } = await runnerImport(inProject('shared/model/publishable-site.ts'), { configFile: false });
	mkdirSync(inProject('content/schema'), { recursive: true });
	for (const name of Object.keys(module.publishableSchemas)) {
		const file = `content/schema/${name}.schema.json`;
		writeFileSync(inProject(file), `${JSON.stringify(module.publishableJsonSchema(name), null, 2)}\n`);
		console.log(`Wrote ${file}.`);
	}
});
