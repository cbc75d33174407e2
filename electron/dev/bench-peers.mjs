// `npm run bench:peers [-- --articles N]`: Galley beside Ghost with SQLite, both over HTTP, in the same run.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumber } from './bench-data.mjs';
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { main } from './run.mjs';

main(async () => {
	const { values } = parseArgs({ options: { articles: { type: 'string', default: '2000' } } });
	const articles = wholeNumber('articles', values.articles, 500);
	await ensureInstalled();
	const { installGhost } = await import('./bench/peers/ghost-install.mjs');
	const { Ghost } = await import('./bench/peers/ghost.mjs');
	const say = (text) => console.error(text);

	let theirs;
	try {
		theirs = await Ghost.start(installGhost(say));
	} catch (error) {
		// It is optional: a computer that cannot have the peer is told why, and nothing has failed.
		console.log(`Ghost cannot be had here: ${error.message.replace(/\s+/g, ' ')}`);
		return;
	}
	try {
		await compareWith(theirs, articles, say);
	} finally {
		await theirs.close();
	}
});

async function compareWith(theirs, articles, say) {
	const { build } = await import('./build.mjs');
	const { compare, formatComparison, typedWords } = await import('./bench/peers/compare.mjs');
	const { inBench, prepareDataSet } = await import('./bench/data-set.mjs');
	const { Galley } = await import('./bench/peers/galley.mjs');
	// A copy, for its first story is saved over and over.
	const newsroom = inBench('peers', 'newsroom');
	rmSync(newsroom, { recursive: true, force: true });
	cpSync(prepareDataSet(articles, 1, say), newsroom, { recursive: true });
	await build(['web', 'renderer'], { quiet: true });
	const stories = readStories(newsroom);
	say(`Putting ${articles.toLocaleString('en')} stories into ${theirs.name} …`);
	const ids = new Map();
	for (const story of stories) ids.set(story.id, await theirs.add(story));
	const ours = await Galley.start(newsroom);
	try {
		const [saved] = stories;
		const figures = await compare(ours, theirs, {
			pages: Math.min(20, Math.floor(articles / 100)),
			searches: typedWords(
				stories.filter(({ language }) => language === 'en').map(({ headline }) => headline),
				300,
			),
			saves: { ours: saved.id, theirs: ids.get(saved.id), times: 50 },
			text: (turn) => `The council weighed the plan again, for the ${turn + 1}th time.`,
		});
		console.log(`\n${articles.toLocaleString('en')} stories\n\n${formatComparison(figures, [ours.name, theirs.name])}`);
		writeFileSync(inBench('peers.json'), `${JSON.stringify({ articles, peer: theirs.name, figures }, null, '\t')}\n`);
	} finally {
		await ours.close();
	}
}

/** The stories of a newsroom as a peer takes them. */
function readStories(newsroom) {
	const folder = join(newsroom, 'articles');
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return files.map((entry) => {
		const story = JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
		const html = story.body.map((block) => (block.html ? `<p>${block.html}</p>` : '')).join('');
		return {
			id: story.id,
			headline: story.headline,
			language: story.language,
			html,
			tags: story.tags,
			published: story.dates.published ?? story.dates.created,
		};
	});
}
