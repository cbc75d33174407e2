import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBench } from '../data-set.mjs';
import { npm, quietInstall } from './npm.mjs';

const version = '3.1.8';

/** What the table calls it. */
export const eleventyName = `Eleventy ${version}`;

/** Reads the stories that `STORIES` lists, one path a line. */
const data = `import { readFile } from 'node:fs/promises';

export default async function stories() {
	const paths = (await readFile(process.env.STORIES, 'utf8')).split('\\n');
	return Promise.all(paths.map(async (path) => JSON.parse(await readFile(path, 'utf8'))));
}
`;

/** A page of each story, in Liquid, which is Eleventy's own choice. */
const template = `---
pagination:
  data: stories
  size: 1
  alias: story
permalink: "{{ story.slug }}-{{ story.id }}/index.html"
---
<!doctype html>
<html lang="{{ story.language }}">
<head><meta charset="utf-8"><title>{{ story.headline | escape }}</title></head>
<body>
<h1>{{ story.headline | escape }}</h1>
<p>{{ story.standfirst | escape }}</p>
{% for block in story.body %}{% if block.html %}<p>{{ block.html }}</p>
{% endif %}{% endfor %}</body>
</html>
`;

/** Installs Eleventy from the npm registry, unless it is there already. Throws an error that says in one line what is missing. */
function installEleventy(say) {
	const folder = inBench('peers', `eleventy-${version}`);
	const stamp = join(folder, 'installed');
	if (existsSync(stamp)) return folder;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	say(`Installing ${eleventyName} from the npm registry …`);
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
	npm(folder, 'install Eleventy', [...quietInstall, '--ignore-scripts', `@11ty/eleventy@${version}`]);
	writeFileSync(stamp, '');
	return folder;
}

/**
 * Makes a site of these story files, one page each with headline, standfirst and body. Answers the command that renders it, as
 * `{ args, cwd, env, output }`: Node runs it and its pages come to the folder `output`. Throws when Eleventy cannot be had.
 */
export function eleventySite(storyFiles, say) {
	const folder = installEleventy(say);
	const site = join(folder, 'site');
	const output = join(folder, 'rendered');
	rmSync(site, { recursive: true, force: true });
	mkdirSync(join(site, '_data'), { recursive: true });
	writeFileSync(join(site, '_data/stories.js'), data);
	writeFileSync(join(site, 'story.liquid'), template);
	const list = join(folder, 'stories.txt');
	writeFileSync(list, storyFiles.join('\n'));
	const command = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
	return {
		args: [command, '--input=site', '--output=rendered', '--quiet'],
		cwd: folder,
		env: { STORIES: list },
		output,
	};
}
